#pragma once

#include "daemon/bridges/asterisk/channel_lists.hpp"
#include "daemon/bridges/asterisk/offer_tracker.hpp"
#include "daemon/bridges/asterisk/outbound_tracker.hpp"
#include "daemon/bridges/asterisk/pbx.hpp"
#include "daemon/bridges/asterisk/queue_tracker.hpp"
#include "daemon/bridges/asterisk/talk_tracker.hpp"

namespace callwatch::asterisk {

/// Brings what the trackers believe in line with a list of the channels there are, after a time in
/// which nothing was seen. What is gone is closed with an honest cause: nobody knows how it ended,
/// and a talk counts only as far as it was seen. What is new is taken up as it is found. All its
/// events have origin RECONCILE.
class Reconciler {
public:
    struct Trackers {
        QueueTracker& queues;
        OfferTracker& offers;
        TalkTracker& talks;
        OutboundTracker& outbound;
    };

    Reconciler(Pbx& pbx, Trackers trackers) : pbx_{pbx}, trackers_{trackers} {}

    /// `seen_until`: the last moment at which everything was seen.
    void apply(const ChannelLists::Due& list, Instant now, Instant seen_until);
    /// No channel survived, or no list of them can be had: everything is closed.
    void close_all(Instant now, Instant seen_until);

private:
    void vanish(const std::string& uniqueid, Instant now, Instant seen_until);
    void find_channel(const ListedChannel& channel);
    void find_call(const ListedChannel& channel);
    void find_talk(const ChannelList& all, const ListedChannel& channel, Instant now);

    Pbx& pbx_;
    Trackers trackers_;
};

}  // namespace callwatch::asterisk
