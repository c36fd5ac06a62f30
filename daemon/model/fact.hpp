#pragma once

#include <cstdint>
#include <new>
#include <string>
#include <type_traits>
#include <variant>
#include <vector>

#include "daemon/model/event.hpp"
#include "daemon/model/fact_alarms.hpp"
#include "daemon/model/fact_checks.hpp"
#include "daemon/model/fact_coverage.hpp"
#include "daemon/model/fact_days.hpp"
#include "daemon/model/fact_greetings.hpp"
#include "daemon/model/fact_organisation.hpp"
#include "daemon/model/fact_people.hpp"
#include "daemon/model/fact_staff.hpp"
#include "daemon/model/fact_standards.hpp"
#include "daemon/model/types.hpp"

namespace callwatch {

// Facts: what the collector has decided, named in the past tense. The journal keeps them, the state
// is nothing but them applied in order, and a past day is never judged again by a newer policy. So
// a field, once shipped, is never given a new meaning. Their stored form is
// proto/callwatch/journal/v1/facts.proto.
//
// Instants inside a fact are the source's time. When we decided is DatedFact::decided_at.

// ---- what we know of our sources (operational)

/// A process began to write this journal, with these settings.
struct CollectorStarted {
    std::string software;
    std::string time_mode;  ///< "system" or "source"
    std::string organisation_version;
    std::string policy_version;
    std::string tzdata_version;
    bool operator==(const CollectorStarted&) const = default;
};

/// The first moment a location was watched: earlier days are never judged.
struct MonitoringBegan {
    LocationId location;
    Instant from{};
    bool operator==(const MonitoringBegan&) const = default;
};

/// A source said hello with a spool that was not known before.
struct SourceOpened {
    SourceId source;
    std::uint64_t epoch = 0;  ///< Creation time of its spool, microseconds.
    std::uint64_t first = 0;  ///< Sequences before this were never to be had from it.
    std::string software;
    bool operator==(const SourceOpened&) const = default;
};

/// An event was taken; its sequence is the next one of its source.
struct EventAccepted {
    SourceId source;
    std::uint64_t sequence = 0;
    SharedText kind;
    Instant occurred_at{};
    bool operator==(const EventAccepted&) const = default;
};

/// An event came in order, and said something that cannot be taken.
struct EventRefused {
    SourceId source;
    std::uint64_t sequence = 0;
    std::string code;
    std::string detail;
    bool operator==(const EventRefused&) const = default;
};

/// Events that the source no longer has: a gap until complete lists heal it.
struct EventsMissed {
    SourceId source;
    std::uint64_t first = 0;
    std::uint64_t last = 0;
    Instant noticed_at{};
    bool operator==(const EventsMissed&) const = default;
};

/// Nothing was heard for source_stale_s; measured on the machine, not by its clock.
struct SourceSilent {
    SourceId source;
    Instant since{};  ///< Its watermark then.
    bool operator==(const SourceSilent&) const = default;
};

/// A silent source spoke again.
struct SourceHeard {
    SourceId source;
    bool operator==(const SourceHeard&) const = default;
};

/// A recording is over: nothing more will come, and that is no silence.
struct SourceEnded {
    SourceId source;
    Instant ended_at{};
    bool operator==(const SourceEnded&) const = default;
};

/// What a bridge could not see of its telephone system.
struct UpstreamGap {
    SourceId source;
    Instant from{};
    Instant to{};  ///< Epoch 0: not over yet.
    bool operator==(const UpstreamGap&) const = default;
};

// ---- queues and operators (requirements TS-1, TS-2c)

/// A caller began to wait.
struct QueueCallJoined {
    QueueId queue;
    LocationId location;
    CallId call;
    Instant joined_at{};
    LocalDate
        date{};  ///< The location's, when the caller joined: the day all its figures count for.
    Origin origin{};
    bool operator==(const QueueCallJoined&) const = default;
};

/// A caller no longer waits.
struct QueueCallLeft {
    QueueId queue;
    LocationId location;
    CallId call;
    DequeueCause cause{};
    Instant left_at{};
    Millis wait{};
    bool in_threshold = false;   ///< wait <= the queue's service level, as configured then.
    bool short_abandon = false;  ///< Abandoned within short_abandon_s.
    bool operator==(const QueueCallLeft&) const = default;
};

/// A telephone became a member of a queue.
struct MemberLoggedOn {
    DeviceId device;
    QueueId queue;
    Instant since{};
    bool operator==(const MemberLoggedOn&) const = default;
};

/// ... and is no longer one.
struct MemberLoggedOff {
    DeviceId device;
    QueueId queue;
    Instant since{};
    bool operator==(const MemberLoggedOff&) const = default;
};

/// A member of a queue is not ready.
struct MemberPaused {
    DeviceId device;
    QueueId queue;
    Instant since{};
    std::string reason;
    bool operator==(const MemberPaused&) const = default;
};

/// ... and is again.
struct MemberResumed {
    DeviceId device;
    QueueId queue;
    Instant since{};
    bool operator==(const MemberResumed&) const = default;
};

/// A telephone can, or cannot, be rung.
struct DeviceReachable {
    DeviceId device;
    bool reachable = false;
    Instant since{};
    bool operator==(const DeviceReachable&) const = default;
};

struct AgentOnCall {
    DeviceId device;
    CallId call;
    Instant since{};
    bool operator==(const AgentOnCall&) const = default;
};

struct AgentOffCall {
    DeviceId device;
    CallId call;
    Instant since{};
    bool operator==(const AgentOffCall&) const = default;
};

// ---- messages (requirement TS-3)

/// A caller heard the greeting; without a message it is a missed call.
struct MailboxReached {
    MailboxId mailbox;
    LocationId location;
    CallId call;
    Instant reached_at{};
    bool operator==(const MailboxReached&) const = default;
};

/// A duty began. Everything that decides when it is due is fixed here.
struct MessageLeft {
    MessageId message;
    MailboxId mailbox;
    LocationId location;
    PersonId person;  ///< Owner at that time; empty if shared.
    GroupId group;
    CallId call;
    QueueId queue;
    Party caller;
    Instant received_at{};  ///< When the call began.
    Instant left_at{};
    LocalDate due_date{};
    Instant deadline{};
    bool late_arrival = false;
    Origin origin{};
    bool operator==(const MessageLeft&) const = default;
};

/// The mailbox's list shows it.
struct MessageBound {
    MessageId message;
    MsgId msg_id;
    std::string folder;
    Millis duration{};
    Instant bound_at{};
    bool operator==(const MessageBound&) const = default;
};

/// Heard is not returned.
struct MessageHeard {
    MessageId message;
    Instant heard_at{};
    DeviceId device;
    PersonId person;
    bool operator==(const MessageHeard&) const = default;
};

struct MessageMoved {
    MessageId message;
    std::string folder;
    Instant moved_at{};
    DeviceId device;
    PersonId person;
    bool operator==(const MessageMoved&) const = default;
};

/// Deleted on the telephone system; the duty stays.
struct MessageGone {
    MessageId message;
    Instant gone_at{};
    DeviceId device;
    PersonId person;
    bool operator==(const MessageGone&) const = default;
};

/// It asks for nothing: too short, so a missed call; or internal, where the policy says so.
struct MessageNoDuty {
    MessageId message;
    std::string reason;  ///< "too_short", "internal"
    Millis duration{};
    bool operator==(const MessageNoDuty&) const = default;
};

/// Somebody rang the caller, and nobody answered.
struct MessageAttempted {
    MessageId message;
    CallId call;  ///< The evidence.
    DeviceId device;
    PersonId person;
    /// When it was given up: before, nobody knows that it will not be answered.
    Instant attempted_at{};
    bool by_delegate = false;
    Assertion asserted = {};
    bool operator==(const MessageAttempted&) const = default;
};

/// Somebody spoke with the caller. Said again only by better evidence: a call that was answered
/// before the one that was known so far.
struct MessageReturned {
    MessageId message;
    CallId call;  ///< The evidence.
    DeviceId device;
    PersonId person;
    Instant returned_at{};  ///< When the caller answered; of an assertion: when it was recorded.
    bool by_delegate = false;
    Assertion asserted = {};
    bool operator==(const MessageReturned&) const = default;
};

/// UNRETURNED: the deadline passed, or the return came after it. Raised once, never taken back.
struct MessageOverdue {
    MessageId message;
    Instant deadline{};
    bool operator==(const MessageOverdue&) const = default;
};

/// The deadline passed and was met, though the duty is open.
struct DeadlineMet {
    MessageId message;
    Instant deadline{};
    std::string how;  ///< "attempted", "not_monitored"
    bool operator==(const DeadlineMet&) const = default;
};

/// A message in a mailbox that the organisation file does not know: nobody is accountable for it.
struct UnwatchedMessage {
    SourceId source;
    MailboxId mailbox;
    Instant left_at{};
    bool operator==(const UnwatchedMessage&) const = default;
};

// ---- calls that may return a message

/// A call out of the organisation was answered.
struct OutboundAnswered {
    CallId call;
    DeviceId device;
    PersonId person;
    LocationId location;  ///< Of the person who dialled.
    Party dialled;
    Instant started_at{};
    Instant established_at{};
    bool operator==(const OutboundAnswered&) const = default;
};

/// ... and is over.
struct OutboundEnded {
    CallId call;
    Millis talk{};
    Instant ended_at{};
    bool operator==(const OutboundEnded&) const = default;
};

/// It lasted min_talk_s: it returns messages.
struct OutboundQualified {
    CallId call;
    bool operator==(const OutboundQualified&) const = default;
};

/// A call out of the organisation was not answered.
struct OutboundUnanswered {
    CallId call;
    DeviceId device;
    PersonId person;
    LocationId location;
    Party dialled;
    Instant started_at{};
    Millis ring{};
    DialResult result{};
    bool attempt = false;  ///< It rang for min_ring_s.
    Instant ended_at{};
    bool operator==(const OutboundUnanswered&) const = default;
};

// ---- what the telephone system's mailboxes hold

/// Counts only, as the telephone system reports them.
struct MailboxCounted {
    MailboxId mailbox;
    std::uint32_t new_messages = 0;
    std::uint32_t old_messages = 0;
    Instant counted_at{};
    bool operator==(const MailboxCounted&) const = default;
};

/// A complete list was compared with what we know.
struct MailboxListed {
    MailboxId mailbox;
    Instant as_of{};
    std::uint32_t messages = 0;
    bool agrees = false;
    bool operator==(const MailboxListed&) const = default;
};

// ---- the vault (privacy)

/// Numbers were erased from the vault: whoever holds one of these tokens holds nothing any more.
struct NumbersErased {
    std::vector<NumberToken> numbers;  ///< At most numbers_erased_max.
    std::string reason;                ///< "retention", "asked"
    Instant used_before{};             ///< None of them was used since; the epoch: not asked for.
    bool operator==(const NumbersErased&) const = default;
};
constexpr std::size_t numbers_erased_max = 64;

using AnyFact = std::variant<
    CollectorStarted, MonitoringBegan, SourceOpened, EventAccepted, EventRefused, EventsMissed,
    SourceSilent, SourceHeard, SourceEnded, UpstreamGap, QueueCallJoined, QueueCallLeft,
    MemberLoggedOn, MemberLoggedOff, MemberPaused, MemberResumed, DeviceReachable, AgentOnCall,
    AgentOffCall, QueueListed, CoverageChanged, CoverageJudged, NoOperatorAlarm, CallEntered,
    CallStepped, CallEnded, MainToVoicemail, MainLineUnseen, MailboxReached, MessageLeft,
    MessageBound, MessageHeard, MessageMoved, MessageGone, MessageNoDuty, MessageAttempted,
    MessageReturned, MessageOverdue, DeadlineMet, UnwatchedMessage, OutboundAnswered, OutboundEnded,
    OutboundQualified, OutboundUnanswered, MailboxCounted, MailboxListed, DayChecked, NumbersErased,
    KeyAdmitted, KeyRevoked, CommandTaken, MessageClaimed, MessageReleased, MessageResolved,
    MessageDeferred, MessageCarried, MessageReopened, DaySigned, CheckMissed, DayAmended, StaffLeft,
    DepartureOpened, DepartureOverdue, CoverAssigned, DisconnectionRequested,
    DisconnectionConfirmed, MailboxHandedOver, MailboxObserved, DisconnectedBoxReceived,
    AbsenceRecorded, AbsenceEnded, NoCover, AccessVerified, GreetingAttested, GreetingSeen,
    GreetingFaulted, GreetingMended, MailboxBarred, CallTimeNoted, MessagePromised, PromiseJudged,
    ScriptAttested, TrainingRecorded, RingEnded, PauseEnded, RoutesListed, RouteFaulted,
    RouteMended, CallerRang, CallerServed, PersonRecorded, ShiftPlanned, ConfigApplied,
    MessageRescheduled, NumberShown, AlarmActed>;

/// One of them. What a variant of so many kinds needs to be copied, moved, destroyed and compared
/// is compiled in fact.cpp and nowhere else: it took most of the time of every file that has facts
/// in its hands.
class Fact {
public:
    template <class Kind>
    requires(!std::is_same_v<Kind, Fact>) Fact(Kind kind)
    {
        new (&any_) AnyFact{std::in_place_type<Kind>, std::move(kind)};
    }
    Fact(const Fact& other);
    Fact(Fact&& other) noexcept;
    Fact& operator=(const Fact& other);
    Fact& operator=(Fact&& other) noexcept;
    ~Fact();
    bool operator==(const Fact& other) const;

    const AnyFact& any() const { return any_; }
    AnyFact& any() { return any_; }
    /// Null if it is of another kind.
    template <class Kind>
    const Kind* as() const
    {
        return std::get_if<Kind>(&any_);
    }

private:
    union {
        AnyFact any_;
    };
};

/// Is a kind of fact among these kinds?
template <class Kind, class... Kinds>
constexpr bool is_one_of = (std::is_same_v<Kind, Kinds> || ...);

/// A fact, and when it was decided: for the record only, never for judging.
struct DatedFact {
    Instant decided_at;
    Fact fact;
    bool operator==(const DatedFact&) const = default;
};
using Facts = std::vector<DatedFact>;

}  // namespace callwatch
