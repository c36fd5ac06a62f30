#include "daemon/policy/day_amendment.hpp"

#include <algorithm>

namespace callwatch {
namespace {

bool is_closed(const Known& known, const LocationDays& days, const DayChecked& day)
{
    if (days.signatures.contains(day.date) || days.missed.contains(day.date)) return true;
    const auto settled = days.settled_at.find(day.date);
    return settled != days.settled_at.end() &&
           known.now >= settled->second + known.policy.signoff_deadline;
}

bool stands_open(const DayChecked& day, const MessageId& message)
{
    return std::any_of(day.open.begin(), day.open.end(),
                       [&](const DayMessage& one) { return one.message == message; });
}

/// Those of the day that are recorded, and those that `out` is about to add.
std::vector<DayAmended> amendments_of(const Known& known, const DayChecked& day, const Facts& out)
{
    const auto* recorded = known.board.days().find(day.location)->amendments_of(day.date);
    auto all = recorded == nullptr ? std::vector<DayAmended>{} : *recorded;
    for (const auto& decided : out)
        if (const auto* one = decided.fact.as<DayAmended>();
            one != nullptr && one->location == day.location && one->date == day.date)
            all.push_back(*one);
    return all;
}

void amend(const Known& known, const DayChecked& day, const char* code, const MessageId& message,
           Instant at, Facts& out)
{
    const auto amendments = amendments_of(known, day, out);
    const auto is_same = [&](const DayAmended& one) {
        return one.code == code && one.message == message;
    };
    if (std::any_of(amendments.begin(), amendments.end(), is_same) ||
        amendments.size() >= LocationDays::amendments_max)
        return;
    out.push_back(known.fact(DayAmended{.location = day.location,
                                        .date = day.date,
                                        .number = static_cast<std::uint32_t>(amendments.size() + 1),
                                        .code = code,
                                        .message = message,
                                        .at = at}));
}

/// Calls `say` with each closed day of the message's location on which it was due or left over.
template <class Say>
void for_closed_days(const Known& known, const Message& message, const Say& say)
{
    const auto* days = known.board.days().find(message.left.location);
    if (days == nullptr) return;
    for (auto it = days->days.lower_bound(message.left.due_date); it != days->days.end(); ++it)
        if (is_closed(known, *days, it->second)) say(it->second);
}

/// Received before its close: what came between close and a later check is not of this day.
bool is_of_day(const Known& known, const MessageLeft& left, const DayChecked& day)
{
    const auto hours = known.directory.calendar(left.location).hours_on(day.date);
    return hours && left.received_at < hours->closes;
}

void amend_for(const Known& known, const MessageLeft& fact, Facts& out)
{
    const auto& message = *known.board.messages().find(fact.message);
    for_closed_days(known, message, [&](const DayChecked& day) {
        if (fact.due_date == day.date && is_of_day(known, fact, day))
            amend(known, day, "message_came_to_light", fact.message, fact.received_at, out);
    });
}

void amend_for(const Known& known, const MessageReturned& fact, Facts& out)
{
    const auto& message = *known.board.messages().find(fact.message);
    for_closed_days(known, message, [&](const DayChecked& day) {
        if (fact.returned_at < day.check_at && stands_open(day, fact.message))
            amend(known, day, "returned_before_check", fact.message, fact.returned_at, out);
    });
}

void amend_for(const Known& known, const MessageReopened& fact, Facts& out)
{
    const auto& message = *known.board.messages().find(fact.message);
    for_closed_days(known, message, [&](const DayChecked& day) {
        if (is_of_day(known, message.left, day) && message.due_date() == day.date &&
            !stands_open(day, fact.message))
            amend(known, day, "reopened", fact.message, fact.at, out);
    });
}

template <class Other>
void amend_for(const Known&, const Other&, Facts&)
{
}

}  // namespace

void amend_days(const Known& known, const Fact& fact, Facts& out)
{
    std::visit([&](const auto& one) { amend_for(known, one, out); }, fact.any());
}

}  // namespace callwatch
