#pragma once

#include <optional>
#include <string_view>

#include "daemon/bridges/asterisk/call_tracker.hpp"
#include "daemon/bridges/asterisk/channel_lists.hpp"
#include "daemon/bridges/asterisk/mailboxes.hpp"
#include "daemon/bridges/asterisk/member_tracker.hpp"
#include "daemon/bridges/asterisk/offer_tracker.hpp"
#include "daemon/bridges/asterisk/outbound_tracker.hpp"
#include "daemon/bridges/asterisk/pbx.hpp"
#include "daemon/bridges/asterisk/queue_lists.hpp"
#include "daemon/bridges/asterisk/queue_tracker.hpp"
#include "daemon/bridges/asterisk/reconciler.hpp"
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
    MailboxWatch mailboxes = MailboxWatch::none;
    /// A recording: it has no snapshots after a restart of its telephone system, so that
    /// FullyBooted ends the gap. Live, restore() does.
    bool is_recorded = true;
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
    /// Time passes while nothing is said. Never back.
    void pass(Instant now, Events& out);

    /// How the source stands, in a sentence: only what the driver can know.
    void tell_status(v1::SourceStatus::State state, std::string_view detail, Instant at,
                     Events& out);
    /// Nothing is seen since as_of(), or since `from` if it is given (a life before this one).
    /// Half said lists are forgotten; as_of() stands still.
    void lose(std::string_view what, Instant at, Events& out,
              std::optional<Instant> from = std::nullopt);
    /// Everything is seen again, and every list that was asked for has been applied.
    void restore(Instant at, Events& out);
    /// No list of channels can be had: whatever was going on before is closed.
    void close_all_calls(Instant at, Events& out);
    /// A complete list has been taken but waits to be applied, a second at most.
    bool lists_waiting() const { return channel_lists_.waiting() || queue_lists_.waiting(); }

    /// "106@default" was read as a whole at `as_of`, and every change was given to take().
    void listed(const std::string& mailbox, Instant as_of, Instant at, Events& out);
    /// Callers of "106@default" hear another greeting ("unavail", "busy", "temp") since `modified`.
    void greeting_changed(const std::string& mailbox, std::string_view greeting, Instant modified,
                          Instant at, Events& out);
    /// Mailboxes as the last complete VoicemailUsersList had them: "106@default".
    const std::set<std::string>& mailboxes() const { return mailboxes_.known(); }

    /// Last of all, for a recording: complete snapshots as of `at`, then SourceStatus END.
    void finish(Instant at, Events& out);

    /// Everything that occurred up to here has been appended: the largest time seen, but not past
    /// anything that is held until its cause is known, nor into a time in which nothing is seen.
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
    Instant seen_until(Instant now) const { return upstream_.lost().value_or(now); }

    Micros offset_;
    bool is_recorded_;
    Pbx pbx_;
    CallTracker calls_;
    OfferTracker offers_;
    QueueTracker queues_;
    TalkTracker talks_;
    RouteTracker routes_;
    OutboundTracker outbound_;
    MemberTracker members_;
    QueueLists queue_lists_;
    ChannelLists channel_lists_;
    Reconciler reconciler_;
    VoicemailCalls voicemail_calls_;
    Mailboxes mailboxes_;
    UpstreamTracker upstream_;
    std::optional<Instant> newest_;
    std::optional<Instant> last_tidied_;
};

}  // namespace callwatch::asterisk
