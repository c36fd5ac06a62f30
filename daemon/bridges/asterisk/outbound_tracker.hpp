#pragma once

#include <optional>
#include <string>

#include "daemon/bridges/asterisk/pbx.hpp"

namespace callwatch::asterisk {

/// Calls of staff to the outside: the evidence that a message was returned. Who called is the
/// channel's name, because the caller id is overridden on the way out; what was dialled is the dial
/// string, because a call back from inside the voicemail menu keeps the menu's extension. One
/// channel may dial several times: the second call's id ends in "#2".
class OutboundTracker {
public:
    explicit OutboundTracker(Pbx& pbx) : pbx_{pbx} {}

    void take_dial_begin(const AmiEvent& event);
    void take_dial_end(const AmiEvent& event);
    /// Of the trunk's channel: the talk is over, or the cause of the failure is known.
    void take_hangup(const AmiEvent& event);
    void expire(Instant now);
    /// The telephone system has restarted: how these calls ended is not known.
    void forget_all() { legs_.clear(); }

    bool is_talking(std::string_view extension) const;
    /// Occurrence time of the oldest failure that is not told yet.
    std::optional<Instant> oldest_held() const;

private:
    struct Leg {
        std::string call;
        std::string call_id;
        std::string agent;
        v1::PhoneNumber dialled;
        Instant began;
        std::optional<Instant> answered;
        std::optional<Instant> failed;
        std::string status;
    };

    v1::PhoneNumber dialled(const AmiEvent& event) const;
    void tell_failed(const std::string& uniqueid, const Leg& leg, std::string_view cause);

    Pbx& pbx_;
    RecentMap<Leg> legs_{10'000, 0};  ///< By Uniqueid of the trunk's channel.
};

}  // namespace callwatch::asterisk
