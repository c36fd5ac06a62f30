#pragma once

#include <optional>
#include <string>

#include "daemon/bridges/asterisk/pbx.hpp"

namespace callwatch::asterisk {

/// A queue's call at a member's telephone: offered, and how that failed. The reason of a failure is
/// in the hang-up of the member's channel, some milliseconds after AgentRingNoAnswer or DialEnd: it
/// is waited for.
class OfferTracker {
public:
    explicit OfferTracker(Pbx& pbx) : pbx_{pbx} {}

    void take_agent_called(const AmiEvent& event);
    void take_ring_no_answer(const AmiEvent& event);
    void take_dial_end(const AmiEvent& event);
    void take_agent_connect(const AmiEvent& event) { offers_.end(event["DestUniqueid"]); }
    void take_hangup(const AmiEvent& event);
    void expire(Instant now);
    /// The member's channel is gone and nobody saw it go: how the offer ended is not known.
    void forget(std::string_view leg);
    void forget_all();

    /// The dial is how a queue rings a member (the member's own channel, or the inner half of a
    /// Local one), not a call to somebody.
    bool is_part(const AmiEvent& dial) const;
    /// How long the member's telephone rang until it answered, if it did.
    std::optional<std::int64_t> ring_ms(std::string_view leg) const;
    /// Occurrence time of the oldest failure that is not told yet.
    std::optional<Instant> oldest_held() const;

private:
    struct Offer {
        std::string call;
        std::string queue;
        std::string agent;
        std::string leg_name;
        Instant began;
        std::optional<Instant> answered;
        std::optional<Instant> failed;
        std::string status;  ///< DialStatus that came first, or "RINGNOANSWER".
        std::int64_t ring_ms = 0;
    };

    void fail(Offer& offer, Instant at, std::string_view status);
    void tell(const std::string& leg, const Offer& offer, std::string_view cause);

    Pbx& pbx_;
    RecentMap<Offer> offers_{10'000, 0};  ///< By the Uniqueid of the member's channel.
    std::size_t failing_ = 0;
};

}  // namespace callwatch::asterisk
