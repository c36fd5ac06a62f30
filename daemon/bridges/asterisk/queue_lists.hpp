#pragma once

#include <map>
#include <optional>
#include <string>
#include <vector>

#include "daemon/bridges/asterisk/outbound_tracker.hpp"
#include "daemon/bridges/asterisk/pbx.hpp"
#include "daemon/bridges/asterisk/queue_tracker.hpp"
#include "daemon/bridges/asterisk/talk_tracker.hpp"

namespace callwatch::asterisk {

/// Replies to QueueStatus, collected by ActionID until they are complete, become one QueueSnapshot
/// a queue. Items of several replies and live events may come mixed; an unknown queue gives an
/// empty list. Asterisk writes a list before the events that wait, so a list is believed only a
/// second after it was complete, and what live events have said since it began wins: the callers of
/// a snapshot are those the queue tracker holds then.
class QueueLists {
public:
    QueueLists(Pbx& pbx, QueueTracker& queues, const TalkTracker& talks,
               const OutboundTracker& outbound)
        : pbx_{pbx},
          queues_{queues},
          talks_{talks},
          outbound_{outbound}
    {
    }

    void take_params(const AmiEvent& event);
    void take_member(const AmiEvent& event);
    void take_entry(const AmiEvent& event);
    void take_complete(const AmiEvent& event);
    /// A caller has left: a list that is being waited with must not bring him back.
    void take_leave(std::string_view uniqueid);
    /// A member was added, removed, paused or resumed, or a telephone can be reached or not.
    void take_live_member(const AmiEvent& event);
    /// Sends what is due at `now`.
    void send_due(Instant now);
    /// Sends what is complete, whether due or not.
    void send_all(Instant now);
    /// A connection has ended: what was half said, or not yet believed, is forgotten.
    void forget();
    /// Some list is complete and not sent yet.
    bool waiting() const { return !complete_.empty(); }

private:
    struct List {
        v1::QueueSnapshot snapshot;  ///< Without callers.
        std::vector<QueueTracker::Listed> callers;
        Instant began;
    };
    using Reply = std::map<std::string, List, std::less<>>;  ///< By native queue name.
    struct Complete {
        Reply reply;
        std::string action_id;
        Instant due;
    };

    List* list(const AmiEvent& event);
    template <class Visit>
    void for_each_list(std::string_view queue, Visit&& visit);
    void send(Complete& complete, Instant now);

    Pbx& pbx_;
    QueueTracker& queues_;
    const TalkTracker& talks_;
    const OutboundTracker& outbound_;
    std::map<std::string, Reply, std::less<>> open_;  ///< By ActionID.
    std::vector<Complete> complete_;
};

}  // namespace callwatch::asterisk
