#pragma once

#include "callwatch/journal/v1/facts.pb.h"
#include "daemon/model/fact.hpp"

namespace callwatch {
namespace fields = callwatch::journal::v1;

// Every fact to and from its stored form. Decoding trusts the journal (its chain has been
// verified).

void encode(const DayReason& fact, fields::DayReason& wire);
void decode(const fields::DayReason& wire, DayReason& fact);
void encode(const DayMessage& fact, fields::DayMessage& wire);
void decode(const fields::DayMessage& wire, DayMessage& fact);
void encode(const CollectorStarted& fact, fields::CollectorStarted& wire);
void decode(const fields::CollectorStarted& wire, CollectorStarted& fact);
void encode(const MonitoringBegan& fact, fields::MonitoringBegan& wire);
void decode(const fields::MonitoringBegan& wire, MonitoringBegan& fact);
void encode(const SourceOpened& fact, fields::SourceOpened& wire);
void decode(const fields::SourceOpened& wire, SourceOpened& fact);
void encode(const EventAccepted& fact, fields::EventAccepted& wire);
void decode(const fields::EventAccepted& wire, EventAccepted& fact);
void encode(const EventRefused& fact, fields::EventRefused& wire);
void decode(const fields::EventRefused& wire, EventRefused& fact);
void encode(const EventsMissed& fact, fields::EventsMissed& wire);
void decode(const fields::EventsMissed& wire, EventsMissed& fact);
void encode(const SourceSilent& fact, fields::SourceSilent& wire);
void decode(const fields::SourceSilent& wire, SourceSilent& fact);
void encode(const SourceHeard& fact, fields::SourceHeard& wire);
void decode(const fields::SourceHeard& wire, SourceHeard& fact);
void encode(const SourceEnded& fact, fields::SourceEnded& wire);
void decode(const fields::SourceEnded& wire, SourceEnded& fact);
void encode(const UpstreamGap& fact, fields::UpstreamGap& wire);
void decode(const fields::UpstreamGap& wire, UpstreamGap& fact);
void encode(const QueueCallJoined& fact, fields::QueueCallJoined& wire);
void decode(const fields::QueueCallJoined& wire, QueueCallJoined& fact);
void encode(const QueueCallLeft& fact, fields::QueueCallLeft& wire);
void decode(const fields::QueueCallLeft& wire, QueueCallLeft& fact);
void encode(const MemberLoggedOn& fact, fields::MemberLoggedOn& wire);
void decode(const fields::MemberLoggedOn& wire, MemberLoggedOn& fact);
void encode(const MemberLoggedOff& fact, fields::MemberLoggedOff& wire);
void decode(const fields::MemberLoggedOff& wire, MemberLoggedOff& fact);
void encode(const MemberPaused& fact, fields::MemberPaused& wire);
void decode(const fields::MemberPaused& wire, MemberPaused& fact);
void encode(const MemberResumed& fact, fields::MemberResumed& wire);
void decode(const fields::MemberResumed& wire, MemberResumed& fact);
void encode(const DeviceReachable& fact, fields::DeviceReachable& wire);
void decode(const fields::DeviceReachable& wire, DeviceReachable& fact);
void encode(const AgentOnCall& fact, fields::AgentOnCall& wire);
void decode(const fields::AgentOnCall& wire, AgentOnCall& fact);
void encode(const AgentOffCall& fact, fields::AgentOffCall& wire);
void decode(const fields::AgentOffCall& wire, AgentOffCall& fact);
void encode(const QueueListed& fact, fields::QueueListed& wire);
void decode(const fields::QueueListed& wire, QueueListed& fact);
void encode(const CoverageChanged& fact, fields::CoverageChanged& wire);
void decode(const fields::CoverageChanged& wire, CoverageChanged& fact);
void encode(const CoverageJudged& fact, fields::CoverageJudged& wire);
void decode(const fields::CoverageJudged& wire, CoverageJudged& fact);
void encode(const NoOperatorAlarm& fact, fields::NoOperatorAlarm& wire);
void decode(const fields::NoOperatorAlarm& wire, NoOperatorAlarm& fact);
void encode(const CallEntered& fact, fields::CallEntered& wire);
void decode(const fields::CallEntered& wire, CallEntered& fact);
void encode(const CallStep& step, fields::CallStep& wire);
void decode(const fields::CallStep& wire, CallStep& step);
void encode(const CallStepped& fact, fields::CallStepped& wire);
void decode(const fields::CallStepped& wire, CallStepped& fact);
void encode(const CallEnded& fact, fields::CallEnded& wire);
void decode(const fields::CallEnded& wire, CallEnded& fact);
void encode(const MainToVoicemail& fact, fields::MainToVoicemail& wire);
void decode(const fields::MainToVoicemail& wire, MainToVoicemail& fact);
void encode(const MainLineUnseen& fact, fields::MainLineUnseen& wire);
void decode(const fields::MainLineUnseen& wire, MainLineUnseen& fact);
void encode(const MailboxReached& fact, fields::MailboxReached& wire);
void decode(const fields::MailboxReached& wire, MailboxReached& fact);
void encode(const MessageLeft& fact, fields::MessageLeft& wire);
void decode(const fields::MessageLeft& wire, MessageLeft& fact);
void encode(const MessageBound& fact, fields::MessageBound& wire);
void decode(const fields::MessageBound& wire, MessageBound& fact);
void encode(const MessageHeard& fact, fields::MessageHeard& wire);
void decode(const fields::MessageHeard& wire, MessageHeard& fact);
void encode(const MessageMoved& fact, fields::MessageMoved& wire);
void decode(const fields::MessageMoved& wire, MessageMoved& fact);
void encode(const MessageGone& fact, fields::MessageGone& wire);
void decode(const fields::MessageGone& wire, MessageGone& fact);
void encode(const MessageNoDuty& fact, fields::MessageNoDuty& wire);
void decode(const fields::MessageNoDuty& wire, MessageNoDuty& fact);
void encode(const MessageAttempted& fact, fields::MessageAttempted& wire);
void decode(const fields::MessageAttempted& wire, MessageAttempted& fact);
void encode(const MessageReturned& fact, fields::MessageReturned& wire);
void decode(const fields::MessageReturned& wire, MessageReturned& fact);
void encode(const MessageOverdue& fact, fields::MessageOverdue& wire);
void decode(const fields::MessageOverdue& wire, MessageOverdue& fact);
void encode(const DeadlineMet& fact, fields::DeadlineMet& wire);
void decode(const fields::DeadlineMet& wire, DeadlineMet& fact);
void encode(const UnwatchedMessage& fact, fields::UnwatchedMessage& wire);
void decode(const fields::UnwatchedMessage& wire, UnwatchedMessage& fact);
void encode(const OutboundAnswered& fact, fields::OutboundAnswered& wire);
void decode(const fields::OutboundAnswered& wire, OutboundAnswered& fact);
void encode(const OutboundEnded& fact, fields::OutboundEnded& wire);
void decode(const fields::OutboundEnded& wire, OutboundEnded& fact);
void encode(const OutboundQualified& fact, fields::OutboundQualified& wire);
void decode(const fields::OutboundQualified& wire, OutboundQualified& fact);
void encode(const OutboundUnanswered& fact, fields::OutboundUnanswered& wire);
void decode(const fields::OutboundUnanswered& wire, OutboundUnanswered& fact);
void encode(const MailboxCounted& fact, fields::MailboxCounted& wire);
void decode(const fields::MailboxCounted& wire, MailboxCounted& fact);
void encode(const MailboxListed& fact, fields::MailboxListed& wire);
void decode(const fields::MailboxListed& wire, MailboxListed& fact);
void encode(const DayChecked& fact, fields::DayChecked& wire);
void decode(const fields::DayChecked& wire, DayChecked& fact);
void encode(const NumbersErased& fact, fields::NumbersErased& wire);
void decode(const fields::NumbersErased& wire, NumbersErased& fact);
void encode(const Assertion& fact, fields::Assertion& wire);
void decode(const fields::Assertion& wire, Assertion& fact);
void encode(const KeyAdmitted& fact, fields::KeyAdmitted& wire);
void decode(const fields::KeyAdmitted& wire, KeyAdmitted& fact);
void encode(const KeyRevoked& fact, fields::KeyRevoked& wire);
void decode(const fields::KeyRevoked& wire, KeyRevoked& fact);
void encode(const CommandTaken& fact, fields::CommandTaken& wire);
void decode(const fields::CommandTaken& wire, CommandTaken& fact);
void encode(const MessageClaimed& fact, fields::MessageClaimed& wire);
void decode(const fields::MessageClaimed& wire, MessageClaimed& fact);
void encode(const MessageReleased& fact, fields::MessageReleased& wire);
void decode(const fields::MessageReleased& wire, MessageReleased& fact);
void encode(const MessageResolved& fact, fields::MessageResolved& wire);
void decode(const fields::MessageResolved& wire, MessageResolved& fact);
void encode(const MessageDeferred& fact, fields::MessageDeferred& wire);
void decode(const fields::MessageDeferred& wire, MessageDeferred& fact);
void encode(const MessageCarried& fact, fields::MessageCarried& wire);
void decode(const fields::MessageCarried& wire, MessageCarried& fact);
void encode(const MessageReopened& fact, fields::MessageReopened& wire);
void decode(const fields::MessageReopened& wire, MessageReopened& fact);
void encode(const DaySigned& fact, fields::DaySigned& wire);
void decode(const fields::DaySigned& wire, DaySigned& fact);
void encode(const CheckMissed& fact, fields::CheckMissed& wire);
void decode(const fields::CheckMissed& wire, CheckMissed& fact);
void encode(const DayAmended& fact, fields::DayAmended& wire);
void decode(const fields::DayAmended& wire, DayAmended& fact);

void encode_party(const Party& party, fields::Party& wire);
Party decode_party(const fields::Party& wire);

inline std::int64_t micros_of(Instant at) { return at.time_since_epoch().count(); }
inline Instant instant_of(std::int64_t us) { return Instant{Micros{us}}; }
LocalDate date_of(const std::string& text);
/// Snapshots say a date as days since 1970-01-01.
inline std::int32_t days_of(LocalDate date)
{
    return static_cast<std::int32_t>(date.time_since_epoch().count());
}
inline LocalDate date_at(std::int32_t days) { return LocalDate{std::chrono::days{days}}; }

inline v1::Origin to_wire(Origin value) { return static_cast<v1::Origin>(value); }
inline Origin from_wire(v1::Origin value) { return static_cast<Origin>(value); }
inline v1::CallDequeued_Cause to_wire(DequeueCause value)
{
    return static_cast<v1::CallDequeued_Cause>(value);
}
inline DequeueCause from_wire(v1::CallDequeued_Cause value)
{
    return static_cast<DequeueCause>(value);
}
inline v1::OutboundCallFailed_Result to_wire(DialResult value)
{
    return static_cast<v1::OutboundCallFailed_Result>(value);
}
inline DialResult from_wire(v1::OutboundCallFailed_Result value)
{
    return static_cast<DialResult>(value);
}
// The contract has UNSPECIFIED before UNKNOWN; in the model what is not said is not known.
inline v1::Verdict to_wire(Verdict value)
{
    return static_cast<v1::Verdict>(static_cast<int>(value) + 1);
}
inline Verdict from_wire(v1::Verdict value)
{
    return value <= v1::VERDICT_UNKNOWN ? Verdict::unknown
                                        : static_cast<Verdict>(static_cast<int>(value) - 1);
}

}  // namespace callwatch
