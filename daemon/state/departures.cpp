#include "daemon/state/departures.hpp"

#include "daemon/model/check.hpp"

namespace callwatch {

const char* word(DepartureState state)
{
    switch (state) {
        case DepartureState::pending: break;
        case DepartureState::requested: return "DISCONNECT_REQUESTED";
        case DepartureState::confirmed: return "CONFIRMED";
        case DepartureState::unverified: return "CONFIRMED_UNVERIFIED";
        case DepartureState::handed_over: return "HANDED_OVER";
    }
    return "DISCONNECT_PENDING";
}

DepartureState Departure::state() const
{
    if (handed_over) return DepartureState::handed_over;
    if (confirmed) {
        // The list may come after the signature.
        const bool is_verified = confirmed->verified || is_gone();
        return is_verified ? DepartureState::confirmed : DepartureState::unverified;
    }
    return requested ? DepartureState::requested : DepartureState::pending;
}

std::optional<Instant> Departure::ended_at() const
{
    if (is_open()) return std::nullopt;
    if (handed_over) return handed_over->at;
    return confirmed ? std::optional{confirmed->at} : std::nullopt;
}

void DepartureBook::apply(const StaffLeft& fact) { left_[{fact.person, fact.location}] = fact; }

void DepartureBook::apply(const DepartureOpened& fact)
{
    Departure departure;
    departure.opened = fact;
    departures_[fact.mailbox] = std::move(departure);
}

void DepartureBook::apply(const DepartureOverdue& fact)
{
    auto& departure = change(fact.mailbox);
    CALLWATCH_CHECK(!departure.overdue);
    departure.overdue = true;
}

void DepartureBook::apply(const CoverAssigned& fact)
{
    covers_[fact.mailbox] = fact;
    if (const auto found = departures_.find(fact.mailbox); found != departures_.end())
        found->second.cover = fact;
}

void DepartureBook::apply(const DisconnectionRequested& fact)
{
    change(fact.mailbox).requested = fact;
}

void DepartureBook::apply(const DisconnectionConfirmed& fact)
{
    auto& departure = change(fact.mailbox);
    CALLWATCH_CHECK(departure.requested.has_value());
    departure.confirmed = fact;
}

void DepartureBook::apply(const MailboxHandedOver& fact)
{
    change(fact.mailbox).handed_over = fact;
}

void DepartureBook::apply(const MailboxObserved& fact) { change(fact.mailbox).observed = fact; }

void DepartureBook::apply(const DisconnectedBoxReceived& fact)
{
    auto& departure = change(fact.mailbox);
    departure.requested.reset();
    departure.confirmed.reset();
    departure.reopened = fact;
}

void DepartureBook::apply(const PersonRecorded& fact)
{
    const auto found = left_.find({fact.person, fact.location});
    if (found != left_.end() && found->second.effective_at <= fact.from) left_.erase(found);
}

const Departure* DepartureBook::find(const MailboxId& mailbox) const
{
    const auto found = departures_.find(mailbox);
    return found == departures_.end() ? nullptr : &found->second;
}

std::optional<Instant> DepartureBook::left_at(const PersonId& person,
                                              const LocationId& location) const
{
    const auto found = left_.find({person, location});
    if (found == left_.end()) return std::nullopt;
    return found->second.effective_at;
}

PersonId DepartureBook::cover_of(const MailboxId& mailbox) const
{
    const auto found = covers_.find(mailbox);
    return found == covers_.end() ? PersonId{} : found->second.person;
}

Departure& DepartureBook::change(const MailboxId& mailbox)
{
    const auto found = departures_.find(mailbox);
    CALLWATCH_CHECK(found != departures_.end());
    return found->second;
}

}  // namespace callwatch
