#pragma once

#include <optional>
#include <string>

#include "daemon/bridges/asterisk/offer_tracker.hpp"
#include "daemon/bridges/asterisk/pbx.hpp"

namespace callwatch::asterisk {

/// Who of the staff talks to a caller: established, held, transferred, cleared. One talk a call at
/// a time; a second telephone that answers meanwhile is a consultation, and becomes the talk when
/// the call is transferred to it. AgentComplete may come before the AttendedTransfer that explains
/// it, so it is held until the caller's channel or a transfer has spoken.
class TalkTracker {
public:
    TalkTracker(Pbx& pbx, const OfferTracker& offers) : pbx_{pbx}, offers_{offers} {}

    /// `joined`: when the caller joined the queue, if that was seen.
    void take_agent_connect(const AmiEvent& event, std::optional<Instant> joined);
    void take_agent_complete(const AmiEvent& event);
    void take_dial_begin(const AmiEvent& event);
    void take_dial_end(const AmiEvent& event);
    void take_hold(const AmiEvent& event);
    void take_unhold(const AmiEvent& event);
    void take_blind_transfer(const AmiEvent& event);
    void take_attended_transfer(const AmiEvent& event);
    void take_hangup_request(const AmiEvent& event);
    void take_hangup(const AmiEvent& event);
    void expire(Instant now);
    /// The telephone system has restarted: no talk survived it.
    void clear_all(Instant at);
    /// The channel, a caller's or a telephone's, is gone and nobody saw it go.
    void vanish(std::string_view uniqueid, Instant seen_until);
    /// A talk that a list of channels shows; nothing if it is the one we know.
    void find(const std::string& call, const std::string& queue, std::string_view extension,
              const std::string& leg, Instant at);

    bool is_talking(std::string_view extension) const;
    std::optional<Instant> oldest_held() const;

private:
    struct Party {
        std::string agent;  ///< Extension.
        std::string leg;    ///< Uniqueid of the telephone's channel.
        Instant since;
        std::int64_t ring_ms = 0;
    };
    struct Talk {
        std::string call;
        std::string queue;
        Party party;
        std::optional<Party> consulted;
        std::optional<Instant> held_since;
        std::int64_t hold_ms = 0;
        v1::CallCleared::EndedBy asked = v1::CallCleared::ENDED_BY_UNSPECIFIED;
        std::optional<Instant> completed;  ///< AgentComplete, not told yet.
        v1::CallCleared::EndedBy completed_by = v1::CallCleared::ENDED_BY_UNSPECIFIED;
    };

    struct Because {
        Instant at;
        std::string_view name;
    };
    void establish(Because because, const std::string& call, std::string queue, Party party,
                   std::int64_t wait_ms);
    void reconcile(const std::string& call, Instant at, std::string_view native_type);
    void clear(const std::string& call, Instant at, v1::CallCleared::EndedBy ended_by,
               std::string_view native_type, std::string_view cause);
    void tell_transfer(const AmiEvent& event, const std::string& call, std::string_view from,
                       std::string_view to, v1::CallTransferred::Kind kind);
    void clear_unanswered(const AmiEvent& event);

    Pbx& pbx_;
    const OfferTracker& offers_;
    RecentMap<Talk> talks_{10'000, 0};       ///< By call.
    RecentMap<Instant> ringing_{10'000, 0};  ///< By Uniqueid of the telephone's channel.
    RecentMap<v1::CallCleared::EndedBy> asked_{10'000, 0};  ///< By call: who asked to hang up.
};

}  // namespace callwatch::asterisk
