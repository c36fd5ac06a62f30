#pragma once

#include "daemon/model/fact.hpp"

namespace callwatch {

/// The field of Fact.what (facts.proto) that holds a kind of fact. Never changed, never used twice.
template <class FactType>
constexpr int fact_number = 0;  // Does not compile where it is used (fact_codec.cpp).
template <>
constexpr int fact_number<CollectorStarted> = 10;
template <>
constexpr int fact_number<MonitoringBegan> = 11;
template <>
constexpr int fact_number<SourceOpened> = 12;
template <>
constexpr int fact_number<EventAccepted> = 13;
template <>
constexpr int fact_number<EventRefused> = 14;
template <>
constexpr int fact_number<EventsMissed> = 15;
template <>
constexpr int fact_number<SourceSilent> = 16;
template <>
constexpr int fact_number<SourceHeard> = 17;
template <>
constexpr int fact_number<SourceEnded> = 18;
template <>
constexpr int fact_number<UpstreamGap> = 19;
template <>
constexpr int fact_number<QueueCallJoined> = 30;
template <>
constexpr int fact_number<QueueCallLeft> = 31;
template <>
constexpr int fact_number<MemberLoggedOn> = 32;
template <>
constexpr int fact_number<MemberLoggedOff> = 33;
template <>
constexpr int fact_number<MemberPaused> = 34;
template <>
constexpr int fact_number<MemberResumed> = 35;
template <>
constexpr int fact_number<DeviceReachable> = 36;
template <>
constexpr int fact_number<AgentOnCall> = 37;
template <>
constexpr int fact_number<AgentOffCall> = 38;
template <>
constexpr int fact_number<QueueListed> = 39;
template <>
constexpr int fact_number<CoverageChanged> = 40;
template <>
constexpr int fact_number<CoverageJudged> = 41;
template <>
constexpr int fact_number<NoOperatorAlarm> = 42;
template <>
constexpr int fact_number<CallEntered> = 43;
template <>
constexpr int fact_number<CallStepped> = 44;
template <>
constexpr int fact_number<CallEnded> = 45;
template <>
constexpr int fact_number<MainToVoicemail> = 46;
template <>
constexpr int fact_number<MainLineUnseen> = 47;
template <>
constexpr int fact_number<MailboxReached> = 49;
template <>
constexpr int fact_number<MessageLeft> = 50;
template <>
constexpr int fact_number<MessageBound> = 51;
template <>
constexpr int fact_number<MessageHeard> = 52;
template <>
constexpr int fact_number<MessageMoved> = 53;
template <>
constexpr int fact_number<MessageGone> = 54;
template <>
constexpr int fact_number<MessageNoDuty> = 55;
template <>
constexpr int fact_number<MessageAttempted> = 56;
template <>
constexpr int fact_number<MessageReturned> = 57;
template <>
constexpr int fact_number<MessageOverdue> = 58;
template <>
constexpr int fact_number<DeadlineMet> = 59;
template <>
constexpr int fact_number<UnwatchedMessage> = 64;
template <>
constexpr int fact_number<OutboundAnswered> = 60;
template <>
constexpr int fact_number<OutboundEnded> = 61;
template <>
constexpr int fact_number<OutboundQualified> = 62;
template <>
constexpr int fact_number<OutboundUnanswered> = 63;
template <>
constexpr int fact_number<MailboxCounted> = 70;
template <>
constexpr int fact_number<MailboxListed> = 71;
template <>
constexpr int fact_number<DayChecked> = 80;
template <>
constexpr int fact_number<NumbersErased> = 90;
template <>
constexpr int fact_number<KeyAdmitted> = 100;
template <>
constexpr int fact_number<KeyRevoked> = 101;
template <>
constexpr int fact_number<CommandTaken> = 102;
template <>
constexpr int fact_number<MessageClaimed> = 110;
template <>
constexpr int fact_number<MessageReleased> = 111;
template <>
constexpr int fact_number<MessageResolved> = 112;
template <>
constexpr int fact_number<MessageDeferred> = 113;
template <>
constexpr int fact_number<MessageCarried> = 114;
template <>
constexpr int fact_number<MessageReopened> = 115;
template <>
constexpr int fact_number<DaySigned> = 120;
template <>
constexpr int fact_number<CheckMissed> = 121;
template <>
constexpr int fact_number<DayAmended> = 122;
template <>
constexpr int fact_number<StaffLeft> = 130;
template <>
constexpr int fact_number<DepartureOpened> = 131;
template <>
constexpr int fact_number<DepartureOverdue> = 132;
template <>
constexpr int fact_number<CoverAssigned> = 133;
template <>
constexpr int fact_number<DisconnectionRequested> = 134;
template <>
constexpr int fact_number<DisconnectionConfirmed> = 135;
template <>
constexpr int fact_number<MailboxHandedOver> = 136;
template <>
constexpr int fact_number<MailboxObserved> = 137;
template <>
constexpr int fact_number<DisconnectedBoxReceived> = 138;
template <>
constexpr int fact_number<AbsenceRecorded> = 140;
template <>
constexpr int fact_number<AbsenceEnded> = 141;
template <>
constexpr int fact_number<NoCover> = 142;
template <>
constexpr int fact_number<AccessVerified> = 143;
template <>
constexpr int fact_number<GreetingAttested> = 150;
template <>
constexpr int fact_number<GreetingSeen> = 151;
template <>
constexpr int fact_number<GreetingFaulted> = 152;
template <>
constexpr int fact_number<GreetingMended> = 153;
template <>
constexpr int fact_number<MessagePromised> = 154;
template <>
constexpr int fact_number<PromiseJudged> = 155;
template <>
constexpr int fact_number<ScriptAttested> = 156;
template <>
constexpr int fact_number<TrainingRecorded> = 157;
template <>
constexpr int fact_number<RingEnded> = 158;
template <>
constexpr int fact_number<RoutesListed> = 159;
template <>
constexpr int fact_number<RouteFaulted> = 160;
template <>
constexpr int fact_number<RouteMended> = 161;
template <>
constexpr int fact_number<CallerRang> = 162;
template <>
constexpr int fact_number<CallerServed> = 163;
template <>
constexpr int fact_number<PauseEnded> = 164;
template <>
constexpr int fact_number<MailboxBarred> = 165;
template <>
constexpr int fact_number<CallTimeNoted> = 166;
template <>
constexpr int fact_number<PersonRecorded> = 170;
template <>
constexpr int fact_number<ShiftPlanned> = 171;
template <>
constexpr int fact_number<ConfigApplied> = 172;
template <>
constexpr int fact_number<MessageRescheduled> = 173;
template <>
constexpr int fact_number<NumberShown> = 174;
template <>
constexpr int fact_number<AlarmActed> = 175;

}  // namespace callwatch
