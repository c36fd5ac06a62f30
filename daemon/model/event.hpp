#pragma once

#include <cstdint>
#include <string>
#include <variant>
#include <vector>

#include "daemon/model/types.hpp"

namespace callwatch {

/// Who is at the other end, without the number itself: the shell has put that into the vault.
struct Party {
    NumberToken number;     ///< Empty if withheld or internal.
    std::string extension;  ///< A caller inside the organisation.
    bool withheld = false;  ///< Never matched automatically.

    bool can_match() const { return !withheld && (!number.empty() || !extension.empty()); }
    bool operator==(const Party&) const = default;
};

/// How a fact about the past came to be known (contract: Origin).
enum class Origin : std::uint8_t { unspecified, live, replay, reconcile, manual };

/// How a caller left a queue (contract: CallDequeued.Cause). `reconciled` and `unknown` say that we
/// do not know, and count as neither answered nor abandoned.
enum class DequeueCause : std::uint8_t {
    unspecified,
    answered,
    abandoned,
    timeout,
    exit_key,
    empty,
    full,
    overflow,
    withdrawn,
    to_voicemail,
    to_callback,
    reconciled,
    unknown,
};

/// Why an outbound call was not answered (contract: OutboundCallFailed.Result).
enum class DialResult : std::uint8_t { unspecified, no_answer, busy, rejected, cancelled, failed };

/// A number of ours that a caller dialled, in the forms in which the telephone system and the
/// bridge's dial plan give it. Never a caller's.
struct Dialled {
    std::string raw;
    std::string e164;
    std::string extension;
};

/// From where a call came (contract: Direction).
enum class Direction : std::uint8_t { unspecified, inbound, outbound, internal };

/// Where a caller was sent (contract: CallRouted.ToKind).
enum class RouteKind : std::uint8_t {
    unspecified,
    queue,
    operator_phone,
    device,
    mailbox,
    external
};

// What the collector makes use of today. Everything else of the contract arrives as OtherEvent:
// accepted, counted, kept in the journal by kind, and without effect.

struct CallArrived {
    CallId call;
    Dialled called;
};
struct IvrOptionChosen {
    CallId call;
    std::string option;  ///< "0"
};
struct CallRouted {
    CallId call;
    RouteKind kind = RouteKind::unspecified;
    SharedText to;  ///< A native id; empty for a number outside.
};
struct CallTransferred {
    CallId call;
    DeviceId from;
};
struct CallQueued {
    CallId call;
    QueueId queue;
    Party caller;
};
struct CallDequeued {
    CallId call;
    QueueId queue;
    DequeueCause cause = DequeueCause::unspecified;
    Millis wait{};
};
struct CallEstablished {
    CallId call;
    QueueId queue;
    DeviceId agent;
    Millis ring = {};
};
/// A telephone rang, and nobody took the call.
struct CallOfferFailed {
    CallId call;
    QueueId queue;
    DeviceId agent;
    Millis ring = {};
    bool taken_back = false;  ///< By the telephone system: the operator missed nothing.
};
struct CallCleared {
    CallId call;
    DeviceId agent;          ///< Empty: nobody had answered.
    bool by_caller = false;  ///< The caller hung up.
};
struct OutboundEstablished {
    CallId call;
    DeviceId agent;
    Party dialled;
    Instant started_at;
    Millis ring{};
};
struct OutboundCleared {
    CallId call;
    DeviceId agent;
    Millis talk{};
};
struct OutboundFailed {
    CallId call;
    DeviceId agent;
    Party dialled;
    Instant started_at;
    Millis ring{};
    DialResult result = DialResult::unspecified;
};
struct VoicemailReached {
    CallId call;
    MailboxId mailbox;
    bool greeting_played = false;
    DeviceId transferred_by = {};  ///< Who of the staff sent the caller there, if somebody did.
    Direction direction = Direction::unspecified;
};
struct VoicemailLeft {
    MsgId msg_id;  ///< Empty until a list shows it.
    MailboxId mailbox;
    QueueId queue;
    Party caller;
    Millis duration{};  ///< Meaningful with msg_id.
    CallId call;        ///< Empty if not known.
    Instant received_at;
    std::string folder;
};
struct VoicemailHeard {
    MsgId msg_id;
    MailboxId mailbox;
    DeviceId by;
};
struct VoicemailMoved {
    MsgId msg_id;
    MailboxId mailbox;
    DeviceId by;
    std::string to_folder;
};
struct VoicemailDeleted {
    MsgId msg_id;
    MailboxId mailbox;
    DeviceId by;
};
struct MailboxCounts {
    MailboxId mailbox;
    std::uint32_t new_messages = 0;
    std::uint32_t old_messages = 0;
};
struct MailboxSnapshot {
    struct Item {
        MsgId msg_id;
        std::string folder;
        Party caller;
        Instant received_at;
        Millis duration{};
        CallId call;
    };
    MailboxId mailbox;
    bool complete = false;
    Instant as_of;
    std::vector<Item> items;
};
/// Every mailbox that the telephone system has.
struct MailboxesListed {
    std::vector<MailboxId> mailboxes;
    Instant as_of;
};
struct AgentLoggedOn {
    DeviceId agent;
    std::vector<QueueId> queues;
};
struct AgentLoggedOff {
    DeviceId agent;
    std::vector<QueueId> queues;  ///< Empty: all.
};
struct AgentReady {
    DeviceId agent;
    QueueId queue;  ///< Empty: all.
};
struct AgentNotReady {
    DeviceId agent;
    QueueId queue;  ///< Empty: all.
    std::string reason;
};
struct DevicePresence {
    DeviceId device;
    bool reachable = true;  ///< Registered and not in do-not-disturb.
};
struct QueueSnapshot {
    struct Waiting {
        CallId call;
        Party caller;
        Instant since;
    };
    struct Member {
        DeviceId agent;
        bool paused = false;
        bool reachable = true;
        bool on_call = false;
    };
    QueueId queue;
    Instant as_of;
    std::vector<Waiting> waiting;
    std::vector<Member> members;
};
/// A greeting of a mailbox is another one than before.
struct GreetingModified {
    MailboxId mailbox;
    Instant modified_at;
};
/// How the telephone system has a mailbox.
struct MailboxStateObserved {
    MailboxId mailbox;
    bool is_there = false;          ///< It exists, and is not switched off.
    bool accepts_messages = false;  ///< Meaningful if it is there.
};
/// A route as a source tells it; facts say the same as Route.
struct RoutesObserved {
    struct One {
        std::string option;
        RouteKind kind = RouteKind::unspecified;
        std::string to;
    };
    LocationId location;
    std::vector<One> routes;
};
/// A caller asked to be called, by the menu or a queue, without leaving a message.
struct CallbackRequested {
    CallId item;  ///< The request's own id.
    LocationId location;
    Party caller;
    PersonId owner;  ///< Empty: anybody of the location.
};
struct StaffJoined {
    PersonId person;
    RemarkToken name;
    LocationId location;
    PersonId supervisor;
    std::string role;
    Instant effective_at;
    std::vector<DeviceId> devices;
    std::vector<MailboxId> mailboxes;
};
struct StaffDeparted {
    PersonId person;
    LocationId location;
    Instant effective_at;
};
struct StaffAway {
    PersonId person;
    Instant from;
    Instant to;  ///< The epoch: not known.
};
struct StaffBack {
    PersonId person;
};
struct StaffShift {
    PersonId person;
    Instant from;
    Instant to;
    std::string role;
};
struct UpstreamLost {
    Instant from;
};
struct UpstreamRestored {
    Instant from;
    Instant to;
};
/// A recording is over; nothing more will come, and that is no silence.
struct SourceEndReached {};
struct OtherEvent {};

using EventBody =
    std::variant<OtherEvent, CallArrived, IvrOptionChosen, CallRouted, CallTransferred, CallQueued,
                 CallDequeued, CallEstablished, CallOfferFailed, CallCleared, OutboundEstablished,
                 OutboundCleared, OutboundFailed, VoicemailReached, VoicemailLeft, VoicemailHeard,
                 VoicemailMoved, VoicemailDeleted, MailboxCounts, MailboxSnapshot, MailboxesListed,
                 GreetingModified, MailboxStateObserved, RoutesObserved, CallbackRequested,
                 AgentLoggedOn, AgentLoggedOff, AgentReady, AgentNotReady, DevicePresence,
                 QueueSnapshot, StaffJoined, StaffDeparted, StaffAway, StaffBack, StaffShift,
                 UpstreamLost, UpstreamRestored, SourceEndReached>;

/// One numbered statement of a source. Sequences are per source and epoch; the shell hands them
/// over in order and without holes (what is lost for good comes as SourceGap).
struct Event {
    SourceId source;
    std::uint64_t sequence = 0;
    Instant occurred_at;  ///< The source's clock: what decides.
    Origin origin = Origin::unspecified;
    SharedText kind;  ///< Name in the contract: "call_queued".
    EventBody what;
};

}  // namespace callwatch
