#include "daemon/state/roster.hpp"

#include <algorithm>

namespace callwatch {

void RosterBook::apply(const PersonRecorded& fact)
{
    auto& stays = people_[fact.person];
    std::erase_if(stays, [&](const auto& one) { return one.location == fact.location; });
    if (stays.size() >= stays_max) stays.erase(stays.begin());
    stays.push_back(fact);
}

void RosterBook::apply(const ShiftPlanned& fact)
{
    auto& shifts = shifts_[fact.person];
    std::erase_if(shifts, [&](const auto& one) { return one.from == fact.from; });
    const auto after =
        std::upper_bound(shifts.begin(), shifts.end(), fact,
                         [](const auto& one, const auto& other) { return one.from < other.from; });
    shifts.insert(after, fact);
    if (shifts.size() > shifts_max) shifts.erase(shifts.begin());
}

const std::vector<PersonRecorded>* RosterBook::stays(const PersonId& person) const
{
    const auto found = people_.find(person);
    return found == people_.end() ? nullptr : &found->second;
}

const std::vector<ShiftPlanned>* RosterBook::shifts(const PersonId& person) const
{
    const auto found = shifts_.find(person);
    return found == shifts_.end() ? nullptr : &found->second;
}

}  // namespace callwatch
