#include "daemon/audit/departure_record.hpp"

namespace callwatch {

template <class Change>
void DepartureRecord::change(const MailboxId& mailbox, Change change)
{
    if (const auto found = departures_.find(mailbox); found != departures_.end())
        change(found->second);
}

void DepartureRecord::apply(const DepartureOpened& fact)
{
    Departure departure;
    departure.opened = fact;
    departures_[fact.mailbox] = std::move(departure);
}

void DepartureRecord::apply(const DepartureOverdue& fact)
{
    change(fact.mailbox, [](Departure& departure) { departure.overdue = true; });
}

void DepartureRecord::apply(const CoverAssigned& fact)
{
    change(fact.mailbox, [&](Departure& departure) { departure.cover = fact; });
}

void DepartureRecord::apply(const DisconnectionRequested& fact)
{
    change(fact.mailbox, [&](Departure& departure) { departure.requested = fact; });
}

void DepartureRecord::apply(const DisconnectionConfirmed& fact)
{
    change(fact.mailbox, [&](Departure& departure) { departure.confirmed = fact; });
}

void DepartureRecord::apply(const MailboxHandedOver& fact)
{
    change(fact.mailbox, [&](Departure& departure) { departure.handed_over = fact; });
}

void DepartureRecord::apply(const MailboxObserved& fact)
{
    change(fact.mailbox, [&](Departure& departure) { departure.observed = fact; });
}

void DepartureRecord::apply(const DisconnectedBoxReceived& fact)
{
    change(fact.mailbox, [&](Departure& departure) {
        departure.requested.reset();
        departure.confirmed.reset();
        departure.reopened = fact;
    });
}

const Departure* DepartureRecord::find(const MailboxId& mailbox) const
{
    const auto found = departures_.find(mailbox);
    return found == departures_.end() ? nullptr : &found->second;
}

}  // namespace callwatch
