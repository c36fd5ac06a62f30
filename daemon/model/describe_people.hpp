#pragma once

// How the facts that people make read. Internal to describe().

#include <string>

#include "daemon/model/fact_alarms.hpp"
#include "daemon/model/fact_days.hpp"
#include "daemon/model/fact_greetings.hpp"
#include "daemon/model/fact_organisation.hpp"
#include "daemon/model/fact_people.hpp"
#include "daemon/model/fact_staff.hpp"
#include "daemon/model/fact_standards.hpp"

namespace callwatch {

/// What a fact says, and the source's time it says it about (the epoch: none).
struct FactLine {
    Instant at;
    std::string text;
};

/// "16:59:40.123", UTC.
std::string clock_time(Instant at);

FactLine line(const KeyAdmitted& fact);
FactLine line(const KeyRevoked& fact);
FactLine line(const CommandTaken& fact);
FactLine line(const MessageClaimed& fact);
FactLine line(const MessageReleased& fact);
FactLine line(const MessageResolved& fact);
FactLine line(const MessageDeferred& fact);
FactLine line(const MessageCarried& fact);
FactLine line(const MessageReopened& fact);
FactLine line(const DaySigned& fact);
FactLine line(const CheckMissed& fact);
FactLine line(const DayAmended& fact);
FactLine line(const StaffLeft& fact);
FactLine line(const DepartureOpened& fact);
FactLine line(const DepartureOverdue& fact);
FactLine line(const CoverAssigned& fact);
FactLine line(const DisconnectionRequested& fact);
FactLine line(const DisconnectionConfirmed& fact);
FactLine line(const MailboxHandedOver& fact);
FactLine line(const MailboxObserved& fact);
FactLine line(const DisconnectedBoxReceived& fact);
FactLine line(const AbsenceRecorded& fact);
FactLine line(const AbsenceEnded& fact);
FactLine line(const NoCover& fact);
FactLine line(const AccessVerified& fact);
FactLine line(const GreetingAttested& fact);
FactLine line(const GreetingSeen& fact);
FactLine line(const GreetingFaulted& fact);
FactLine line(const GreetingMended& fact);
FactLine line(const MailboxBarred& fact);
FactLine line(const CallTimeNoted& fact);
FactLine line(const MessagePromised& fact);
FactLine line(const PromiseJudged& fact);
FactLine line(const ScriptAttested& fact);
FactLine line(const TrainingRecorded& fact);
FactLine line(const RingEnded& fact);
FactLine line(const PauseEnded& fact);
FactLine line(const RoutesListed& fact);
FactLine line(const RouteFaulted& fact);
FactLine line(const RouteMended& fact);
FactLine line(const CallerRang& fact);
FactLine line(const CallerServed& fact);
FactLine line(const PersonRecorded& fact);
FactLine line(const ShiftPlanned& fact);
FactLine line(const ConfigApplied& fact);
FactLine line(const MessageRescheduled& fact);
FactLine line(const NumberShown& fact);
FactLine line(const AlarmActed& fact);

}  // namespace callwatch
