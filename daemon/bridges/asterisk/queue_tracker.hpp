#pragma once

#include <optional>
#include <string>
#include <vector>

#include "daemon/bridges/asterisk/pbx.hpp"

namespace callwatch::asterisk {

/// Callers in queues, and how they really left. QueueCallerAbandon is also sent for a time-out, an
/// empty queue and a withdrawn caller, and comes before QueueCallerLeave, which gives no reason. So
/// neither is told until the channel has said what came next:
///   AgentConnect                               ANSWERED
///   Abandon, then the channel's Hangup         ABANDONED
///   Abandon, then VarSet QUEUESTATUS           TIMEOUT, EMPTY, WITHDRAWN
///   Leave without Abandon, then an application EXIT_KEY
///   anything else                              UNKNOWN, never a guess
class QueueTracker {
public:
    explicit QueueTracker(Pbx& pbx) : pbx_{pbx} {}

    void take_join(const AmiEvent& event);
    void take_abandon(const AmiEvent& event);
    void take_leave(const AmiEvent& event);
    void take_connect(const AmiEvent& event);
    void take_queue_status(const AmiEvent& event, std::string_view status);
    void take_newexten(const AmiEvent& event);
    void take_hangup(const AmiEvent& event);
    /// Gives up waiting for what came next.
    void expire(Instant now);
    /// The telephone system has restarted: whoever was waiting is gone, nobody knows how.
    void reconcile_all(Instant at);
    /// The channel is gone, or no longer listed in its queue, and nobody saw it leave.
    void vanish(std::string_view uniqueid, Instant at);

    /// A caller whom a list shows in a queue.
    struct Listed {
        std::string uniqueid;
        Instant joined;
        std::uint32_t position = 0;
        std::string caller_number;
    };
    /// Takes up callers of `queue` who are not known, and lets go those who are not listed and were
    /// waiting before the list began.
    void reconcile(const std::string& queue, const std::vector<Listed>& listed, Instant list_began,
                   Instant now);

    struct Waiting {
        std::string uniqueid;
        std::string call;
        v1::PhoneNumber number;
        Instant joined;
        std::uint32_t position = 0;
    };
    /// Who waits in `queue` now, and has not begun to leave.
    std::vector<Waiting> waiting_in(std::string_view queue) const;
    /// When the caller on this channel joined the queue it is in.
    std::optional<Instant> joined_at(std::string_view uniqueid) const;
    /// Occurrence time of the oldest departure that is not told yet.
    std::optional<Instant> oldest_held() const;

private:
    struct Entry {
        std::string call;
        std::string queue;
        v1::PhoneNumber number;
        Instant joined;
        std::optional<Instant> abandoned;
        std::optional<Instant> left;
        std::uint32_t position = 0;
        std::uint32_t original_position = 0;
    };

    void find(const std::string& queue, const Listed& caller);
    void tell(std::string_view uniqueid, v1::CallDequeued::Cause cause, Instant at,
              std::string_view native_type);
    void block(const AmiEvent& event, v1::CallBlocked::Reason reason);
    static Instant departure(const Entry& entry);

    Pbx& pbx_;
    RecentMap<Entry> entries_{10'000, 0};  ///< By the Uniqueid of the channel that waits.
};

}  // namespace callwatch::asterisk
