#pragma once

// How the facts that people make read. Internal to describe().

#include <string>

#include "daemon/model/fact_days.hpp"
#include "daemon/model/fact_people.hpp"
#include "daemon/model/fact_staff.hpp"

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

}  // namespace callwatch
