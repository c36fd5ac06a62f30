#pragma once

#include <optional>
#include <string>

#include "daemon/bridges/asterisk/listed_channel.hpp"
#include "daemon/bridges/asterisk/pbx.hpp"

namespace callwatch::asterisk {

class OfferTracker;

/// Calls of staff to the outside and to each other: the evidence that a message was returned. Who
/// called is the channel's name, because the caller id is overridden on the way out; what was
/// dialled is the dial string, because a call back from inside the voicemail menu keeps the menu's
/// extension, or inside the telephone that rings. Not how a queue rings its members, and not calls
/// to operators: nobody's message is returned by those. One channel may dial several times: the
/// second call's id ends in "#2".
class OutboundTracker {
public:
    OutboundTracker(Pbx& pbx, const OfferTracker& offers) : pbx_{pbx}, offers_{offers} {}

    void take_dial_begin(const AmiEvent& event);
    void take_dial_end(const AmiEvent& event);
    /// Of the channel that was called: the talk is over, or the cause of the failure is known.
    void take_hangup(const AmiEvent& event);
    void expire(Instant now);
    /// The telephone system has restarted; its calls were last seen at `seen_until`.
    void end_all(Instant seen_until);
    /// The channel is gone and nobody saw it go: a talk counts as far as it was seen.
    void vanish(std::string_view uniqueid, Instant seen_until);
    /// A call that a list shows: new to us, or answered while we could not see.
    void find(const ListedChannel& from, const ListedChannel& to, Instant at);

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

    /// Adds a leg from a channel of `agent`'s; an earlier dial of the same channel has another id.
    Leg& begin(std::string_view from, std::string_view to, std::string_view agent,
               v1::PhoneNumber dialled, Instant began);
    v1::PhoneNumber dialled(const AmiEvent& event) const;
    /// Of staff who call: empty if it is not such a call.
    std::string_view agent_of(const AmiEvent& event) const;
    void tell_established(const Leg& leg, std::string_view native_type,
                          std::string_view native_ref);
    v1::Event& tell_cleared(const std::string& uniqueid, const Leg& leg, Instant at,
                            std::string_view native_type);
    void tell_failed(const std::string& uniqueid, const Leg& leg, std::string_view cause);

    Pbx& pbx_;
    const OfferTracker& offers_;
    RecentMap<Leg> legs_{10'000, 0};  ///< By Uniqueid of the channel that is called.
};

}  // namespace callwatch::asterisk
