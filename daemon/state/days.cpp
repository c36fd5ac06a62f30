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
        location.settled_at.erase(location.days.begin()->first);
        location.days.erase(location.days.begin());
    }
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
