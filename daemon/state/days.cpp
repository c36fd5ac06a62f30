#include "daemon/state/days.hpp"

#include "daemon/model/check.hpp"

namespace callwatch {

void DayBook::apply(const MonitoringBegan& fact)
{
    auto& location = locations_[fact.location];
    CALLWATCH_CHECK(!location.monitored_from);
    location.monitored_from = fact.from;
}

void DayBook::apply(const DayChecked& fact, Instant decided_at)
{
    auto& location = locations_[fact.location];
    const auto* before = find(fact.location, fact.date);
    CALLWATCH_CHECK(fact.revision == (before == nullptr ? 1 : before->revision + 1));
    location.days[fact.date] = fact;
    if (!fact.provisional) location.settled_at.try_emplace(fact.date, decided_at);
    while (location.days.size() > LocationDays::days_kept) {
        const auto oldest = location.days.begin()->first;
        location.settled_at.erase(oldest);
        location.signatures.erase(oldest);
        location.missed.erase(oldest);
        location.amendments.erase(oldest);
        location.days.erase(oldest);
    }
}

void DayBook::apply(const DaySigned& fact)
{
    CALLWATCH_CHECK(find(fact.location, fact.date) != nullptr);
    const auto is_new = locations_[fact.location].signatures.emplace(fact.date, fact).second;
    CALLWATCH_CHECK(is_new);  // I5: a signed record is never altered.
}

void DayBook::apply(const CheckMissed& fact)
{
    const auto is_new = locations_[fact.location].missed.insert(fact.date).second;
    CALLWATCH_CHECK(is_new);
}

void DayBook::apply(const DayAmended& fact)
{
    auto& amendments = locations_[fact.location].amendments[fact.date];
    CALLWATCH_CHECK(fact.number == amendments.size() + 1);
    amendments.push_back(fact);
}

const std::vector<DayAmended>* LocationDays::amendments_of(LocalDate date) const
{
    const auto found = amendments.find(date);
    return found == amendments.end() ? nullptr : &found->second;
}

const LocationDays* DayBook::find(const LocationId& location) const
{
    const auto found = locations_.find(location);
    return found == locations_.end() ? nullptr : &found->second;
}

const DayChecked* DayBook::find(const LocationId& location, LocalDate date) const
{
    const auto* days = find(location);
    if (days == nullptr) return nullptr;
    const auto found = days->days.find(date);
    return found == days->days.end() ? nullptr : &found->second;
}

}  // namespace callwatch
