#pragma once

#include <optional>
#include <string_view>

#include "daemon/bridges/asterisk/call_tracker.hpp"
#include "daemon/bridges/asterisk/mailboxes.hpp"
#include "daemon/bridges/asterisk/member_tracker.hpp"
#include "daemon/bridges/asterisk/offer_tracker.hpp"
#include "daemon/bridges/asterisk/outbound_tracker.hpp"
#include "daemon/bridges/asterisk/pbx.hpp"
#include "daemon/bridges/asterisk/queue_lists.hpp"
#include "daemon/bridges/asterisk/queue_tracker.hpp"
#include "daemon/bridges/asterisk/route_tracker.hpp"
#include "daemon/bridges/asterisk/spool_change.hpp"
#include "daemon/bridges/asterisk/talk_tracker.hpp"
#include "daemon/bridges/asterisk/upstream_tracker.hpp"
#include "daemon/bridges/asterisk/voicemail_calls.hpp"

namespace callwatch::asterisk {

struct TranslatorSettings {
    Settings pbx;
    v1::Origin origin = v1::ORIGIN_LIVE;
    Micros offset{};  ///< Added to every time an event carries itself; times given as arguments
                      ///< have it.
    bool spool_is_watched = false;  ///< Changes of the voicemail spool are given to take().
};

/// AMI messages and changes of the voicemail spool in, events of the contract out. A pure function
/// of what it was given, in order: no clock, no socket, no randomness, so the same recording gives
/// the same events, byte for byte. It does not matter where the bytes come from. All tables are
/// bounded.
class Translator {
public:
    explicit Translator(TranslatorSettings settings);

    /// First of all: the source is up.
    void start(Instant at, std::string_view detail, Events& out);
    /// Appends what the message says to `out`. Arrival times must not go back.
    void take(const AmiMessage& message, Instant arrived, Events& out);
    void take(const SpoolChange& change, Events& out);
    /// Last of all, for a recording: complete snapshots as of `at`, then SourceStatus END.
    void finish(Instant at, Events& out);

    /// Everything that occurred up to here has been appended: the largest time seen, but not past
    /// anything that is held until its cause is known.
    std::optional<Instant> as_of() const;
    const Census& census() const { return pbx_.census; }

private:
    void dispatch(const AmiEvent& event);
    void dispatch_call(const AmiEvent& event);
    void dispatch_queue(const AmiEvent& event);
    void dispatch_list(const AmiEvent& event);
    void connect(const AmiEvent& event);
    void hang_up(const AmiEvent& event);
    void boot(const AmiEvent& event);
    void pass_time(Instant now);
    void drop_oversized(std::size_t from);

    Micros offset_;
    Pbx pbx_;
    CallTracker calls_;
    OfferTracker offers_;
    QueueTracker queues_;
    TalkTracker talks_;
    RouteTracker routes_;
    OutboundTracker outbound_;
    MemberTracker members_;
    QueueLists queue_lists_;
    VoicemailCalls voicemail_calls_;
    Mailboxes mailboxes_;
    UpstreamTracker upstream_;
    std::optional<Instant> newest_;
    std::optional<Instant> last_tidied_;
};

}  // namespace callwatch::asterisk
