#include "daemon/wire/fact_codec.hpp"

#include "daemon/calendar/business_calendar.hpp"
#include "daemon/wire/fact_fields.hpp"

namespace callwatch {
namespace {

auto* slot(fields::Fact& wire, const CollectorStarted&) { return wire.mutable_collector_started(); }
auto* slot(fields::Fact& wire, const MonitoringBegan&) { return wire.mutable_monitoring_began(); }
auto* slot(fields::Fact& wire, const SourceOpened&) { return wire.mutable_source_opened(); }
auto* slot(fields::Fact& wire, const EventAccepted&) { return wire.mutable_event_accepted(); }
auto* slot(fields::Fact& wire, const EventRefused&) { return wire.mutable_event_refused(); }
auto* slot(fields::Fact& wire, const EventsMissed&) { return wire.mutable_events_missed(); }
auto* slot(fields::Fact& wire, const SourceSilent&) { return wire.mutable_source_silent(); }
auto* slot(fields::Fact& wire, const SourceHeard&) { return wire.mutable_source_heard(); }
auto* slot(fields::Fact& wire, const SourceEnded&) { return wire.mutable_source_ended(); }
auto* slot(fields::Fact& wire, const UpstreamGap&) { return wire.mutable_upstream_gap(); }
auto* slot(fields::Fact& wire, const QueueCallJoined&) { return wire.mutable_queue_call_joined(); }
auto* slot(fields::Fact& wire, const QueueCallLeft&) { return wire.mutable_queue_call_left(); }
auto* slot(fields::Fact& wire, const MemberLoggedOn&) { return wire.mutable_member_logged_on(); }
auto* slot(fields::Fact& wire, const MemberLoggedOff&) { return wire.mutable_member_logged_off(); }
auto* slot(fields::Fact& wire, const MemberPaused&) { return wire.mutable_member_paused(); }
auto* slot(fields::Fact& wire, const MemberResumed&) { return wire.mutable_member_resumed(); }
auto* slot(fields::Fact& wire, const DeviceReachable&) { return wire.mutable_device_reachable(); }
auto* slot(fields::Fact& wire, const AgentOnCall&) { return wire.mutable_agent_on_call(); }
auto* slot(fields::Fact& wire, const AgentOffCall&) { return wire.mutable_agent_off_call(); }
auto* slot(fields::Fact& wire, const QueueListed&) { return wire.mutable_queue_listed(); }
auto* slot(fields::Fact& wire, const CoverageChanged&) { return wire.mutable_coverage_changed(); }
auto* slot(fields::Fact& wire, const CoverageJudged&) { return wire.mutable_coverage_judged(); }
auto* slot(fields::Fact& wire, const NoOperatorAlarm&) { return wire.mutable_no_operator_alarm(); }
auto* slot(fields::Fact& wire, const CallEntered&) { return wire.mutable_call_entered(); }
auto* slot(fields::Fact& wire, const CallStepped&) { return wire.mutable_call_stepped(); }
auto* slot(fields::Fact& wire, const CallEnded&) { return wire.mutable_call_ended(); }
auto* slot(fields::Fact& wire, const MainToVoicemail&) { return wire.mutable_main_to_voicemail(); }
auto* slot(fields::Fact& wire, const MainLineUnseen&) { return wire.mutable_main_line_unseen(); }
auto* slot(fields::Fact& wire, const MailboxReached&) { return wire.mutable_mailbox_reached(); }
auto* slot(fields::Fact& wire, const MessageLeft&) { return wire.mutable_message_left(); }
auto* slot(fields::Fact& wire, const MessageBound&) { return wire.mutable_message_bound(); }
auto* slot(fields::Fact& wire, const MessageHeard&) { return wire.mutable_message_heard(); }
auto* slot(fields::Fact& wire, const MessageMoved&) { return wire.mutable_message_moved(); }
auto* slot(fields::Fact& wire, const MessageGone&) { return wire.mutable_message_gone(); }
auto* slot(fields::Fact& wire, const MessageNoDuty&) { return wire.mutable_message_no_duty(); }
auto* slot(fields::Fact& wire, const MessageAttempted&) { return wire.mutable_message_attempted(); }
auto* slot(fields::Fact& wire, const MessageReturned&) { return wire.mutable_message_returned(); }
auto* slot(fields::Fact& wire, const MessageOverdue&) { return wire.mutable_message_overdue(); }
auto* slot(fields::Fact& wire, const DeadlineMet&) { return wire.mutable_deadline_met(); }
auto* slot(fields::Fact& wire, const UnwatchedMessage&) { return wire.mutable_unwatched_message(); }
auto* slot(fields::Fact& wire, const OutboundAnswered&) { return wire.mutable_outbound_answered(); }
auto* slot(fields::Fact& wire, const OutboundEnded&) { return wire.mutable_outbound_ended(); }
auto* slot(fields::Fact& wire, const OutboundQualified&)
{
    return wire.mutable_outbound_qualified();
}
auto* slot(fields::Fact& wire, const OutboundUnanswered&)
{
    return wire.mutable_outbound_unanswered();
}
auto* slot(fields::Fact& wire, const MailboxCounted&) { return wire.mutable_mailbox_counted(); }
auto* slot(fields::Fact& wire, const MailboxListed&) { return wire.mutable_mailbox_listed(); }
auto* slot(fields::Fact& wire, const DayChecked&) { return wire.mutable_day_checked(); }

template <class FactType, class Wire>
DatedFact dated(std::int64_t decided_at_us, const Wire& wire)
{
    FactType fact;
    decode(wire, fact);
    return DatedFact{instant_of(decided_at_us), std::move(fact)};
}

}  // namespace

std::string encode_fact(const DatedFact& dated_fact)
{
    fields::Fact wire;
    wire.set_decided_at_us(micros_of(dated_fact.decided_at));
    std::visit([&](const auto& fact) { encode(fact, *slot(wire, fact)); }, dated_fact.fact);
    return wire.SerializeAsString();
}

Result<DatedFact> decode_fact(std::string_view bytes)
{
    fields::Fact wire;
    if (!wire.ParseFromArray(bytes.data(), static_cast<int>(bytes.size())))
        return Refusal{Refusal::Code::malformed, "not a fact"};
    const auto at = wire.decided_at_us();
    switch (wire.what_case()) {
        case fields::Fact::kCollectorStarted:
            return dated<CollectorStarted>(at, wire.collector_started());
        case fields::Fact::kMonitoringBegan:
            return dated<MonitoringBegan>(at, wire.monitoring_began());
        case fields::Fact::kSourceOpened: return dated<SourceOpened>(at, wire.source_opened());
        case fields::Fact::kEventAccepted: return dated<EventAccepted>(at, wire.event_accepted());
        case fields::Fact::kEventRefused: return dated<EventRefused>(at, wire.event_refused());
        case fields::Fact::kEventsMissed: return dated<EventsMissed>(at, wire.events_missed());
        case fields::Fact::kSourceSilent: return dated<SourceSilent>(at, wire.source_silent());
        case fields::Fact::kSourceHeard: return dated<SourceHeard>(at, wire.source_heard());
        case fields::Fact::kSourceEnded: return dated<SourceEnded>(at, wire.source_ended());
        case fields::Fact::kUpstreamGap: return dated<UpstreamGap>(at, wire.upstream_gap());
        case fields::Fact::kQueueCallJoined:
            return dated<QueueCallJoined>(at, wire.queue_call_joined());
        case fields::Fact::kQueueCallLeft: return dated<QueueCallLeft>(at, wire.queue_call_left());
        case fields::Fact::kMemberLoggedOn:
            return dated<MemberLoggedOn>(at, wire.member_logged_on());
        case fields::Fact::kMemberLoggedOff:
            return dated<MemberLoggedOff>(at, wire.member_logged_off());
        case fields::Fact::kMemberPaused: return dated<MemberPaused>(at, wire.member_paused());
        case fields::Fact::kMemberResumed: return dated<MemberResumed>(at, wire.member_resumed());
        case fields::Fact::kDeviceReachable:
            return dated<DeviceReachable>(at, wire.device_reachable());
        case fields::Fact::kAgentOnCall: return dated<AgentOnCall>(at, wire.agent_on_call());
        case fields::Fact::kAgentOffCall: return dated<AgentOffCall>(at, wire.agent_off_call());
        case fields::Fact::kQueueListed: return dated<QueueListed>(at, wire.queue_listed());
        case fields::Fact::kCoverageChanged:
            return dated<CoverageChanged>(at, wire.coverage_changed());
        case fields::Fact::kCoverageJudged:
            return dated<CoverageJudged>(at, wire.coverage_judged());
        case fields::Fact::kNoOperatorAlarm:
            return dated<NoOperatorAlarm>(at, wire.no_operator_alarm());
        case fields::Fact::kCallEntered: return dated<CallEntered>(at, wire.call_entered());
        case fields::Fact::kCallStepped: return dated<CallStepped>(at, wire.call_stepped());
        case fields::Fact::kCallEnded: return dated<CallEnded>(at, wire.call_ended());
        case fields::Fact::kMainToVoicemail:
            return dated<MainToVoicemail>(at, wire.main_to_voicemail());
        case fields::Fact::kMainLineUnseen:
            return dated<MainLineUnseen>(at, wire.main_line_unseen());
        case fields::Fact::kMailboxReached:
            return dated<MailboxReached>(at, wire.mailbox_reached());
        case fields::Fact::kMessageLeft: return dated<MessageLeft>(at, wire.message_left());
        case fields::Fact::kMessageBound: return dated<MessageBound>(at, wire.message_bound());
        case fields::Fact::kMessageHeard: return dated<MessageHeard>(at, wire.message_heard());
        case fields::Fact::kMessageMoved: return dated<MessageMoved>(at, wire.message_moved());
        case fields::Fact::kMessageGone: return dated<MessageGone>(at, wire.message_gone());
        case fields::Fact::kMessageNoDuty: return dated<MessageNoDuty>(at, wire.message_no_duty());
        case fields::Fact::kMessageAttempted:
            return dated<MessageAttempted>(at, wire.message_attempted());
        case fields::Fact::kMessageReturned:
            return dated<MessageReturned>(at, wire.message_returned());
        case fields::Fact::kMessageOverdue:
            return dated<MessageOverdue>(at, wire.message_overdue());
        case fields::Fact::kDeadlineMet: return dated<DeadlineMet>(at, wire.deadline_met());
        case fields::Fact::kUnwatchedMessage:
            return dated<UnwatchedMessage>(at, wire.unwatched_message());
        case fields::Fact::kOutboundAnswered:
            return dated<OutboundAnswered>(at, wire.outbound_answered());
        case fields::Fact::kOutboundEnded: return dated<OutboundEnded>(at, wire.outbound_ended());
        case fields::Fact::kOutboundQualified:
            return dated<OutboundQualified>(at, wire.outbound_qualified());
        case fields::Fact::kOutboundUnanswered:
            return dated<OutboundUnanswered>(at, wire.outbound_unanswered());
        case fields::Fact::kMailboxCounted:
            return dated<MailboxCounted>(at, wire.mailbox_counted());
        case fields::Fact::kMailboxListed: return dated<MailboxListed>(at, wire.mailbox_listed());
        case fields::Fact::kDayChecked: return dated<DayChecked>(at, wire.day_checked());
        case fields::Fact::WHAT_NOT_SET: break;
    }
    return Refusal{Refusal::Code::version, "a fact of a kind this version does not know"};
}

void encode_party(const Party& party, fields::Party& wire)
{
    wire.set_number_token(party.number.text);
    wire.set_extension(party.extension);
    wire.set_withheld(party.withheld);
}

Party decode_party(const fields::Party& wire)
{
    return {.number = {wire.number_token()},
            .extension = wire.extension(),
            .withheld = wire.withheld()};
}

LocalDate date_of(const std::string& text) { return parse_local_date(text).value_or(LocalDate{}); }

}  // namespace callwatch
