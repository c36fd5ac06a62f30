#pragma once

#include <map>
#include <string>

#include "daemon/bridges/asterisk/outbound_tracker.hpp"
#include "daemon/bridges/asterisk/pbx.hpp"
#include "daemon/bridges/asterisk/queue_tracker.hpp"
#include "daemon/bridges/asterisk/talk_tracker.hpp"

namespace callwatch::asterisk {

/// Replies to QueueStatus, collected by ActionID until they are complete, become one QueueSnapshot
/// a queue. Items of several replies and live events may come mixed. An unknown queue gives an
/// empty list. A list is as old as its first line.
class QueueLists {
public:
    QueueLists(Pbx& pbx, const QueueTracker& queues, const TalkTracker& talks,
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

private:
    using Reply = std::map<std::string, v1::QueueSnapshot, std::less<>>;  ///< By native queue name.

    v1::QueueSnapshot* snapshot(const AmiEvent& event);

    Pbx& pbx_;
    const QueueTracker& queues_;
    const TalkTracker& talks_;
    const OutboundTracker& outbound_;
    std::map<std::string, Reply, std::less<>> open_;  ///< By ActionID.
};

}  // namespace callwatch::asterisk
