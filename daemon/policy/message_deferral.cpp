#include "daemon/policy/message_deferral.hpp"

#include <fmt/format.h>

#include "daemon/policy/rights.hpp"

namespace callwatch {

std::optional<Refusal> take(const Known& known, const Actor& actor, const DeferMessage& said,
                            Facts& out)
{
    const auto found = find_open_message(known, actor, Act::steer_message, said.message);
    if (!found) return found.refusal();
    const auto& message = **found;
    const auto& calendar = known.directory.calendar(message.left.location);
    const auto today = calendar.local_date(known.now);
    if (said.to <= today || said.to > today + deferral_days_max)
        return Refusal{Refusal::Code::implausible,
                       fmt::format("{} is not one of the {} days after today, {}",
                                   describe(said.to), deferral_days_max.count(), describe(today))};
    const auto hours = calendar.hours_on(said.to);
    if (!hours)
        return Refusal{
            Refusal::Code::implausible,
            fmt::format("{} is no workday of {}", describe(said.to), message.left.location.text)};
    out.push_back(
        known.fact(MessageDeferred{.message = said.message,
                                   .from_date = message.due_date(),
                                   .from_deadline = message.deadline(),
                                   .due_date = said.to,
                                   .deadline = known.end_of_day(message.left.location, *hours),
                                   .by = actor.person,
                                   .remark = said.remark,
                                   .at = known.now}));
    return std::nullopt;
}

std::optional<Refusal> take(const Known& known, const Actor& actor, const CarryMessage& said,
                            Facts& out)
{
    const auto found = find_open_message(known, actor, Act::steer_message, said.message);
    if (!found) return found.refusal();
    const auto& message = **found;
    const auto today = known.directory.calendar(message.left.location).local_date(known.now);
    if (message.due_date() > today)
        return Refusal{Refusal::Code::implausible,
                       fmt::format("{} is due on {}; only what is due can be carried over",
                                   said.message.text, describe(message.due_date()))};
    out.push_back(known.fact(MessageCarried{
        .message = said.message, .by = actor.person, .remark = said.remark, .at = known.now}));
    return std::nullopt;
}

std::optional<Refusal> take(const Known& known, const Actor& actor, const NoteCallTime& said,
                            Facts& out)
{
    const auto found = find_open_message(known, actor, Act::mark_message, said.message);
    if (!found) return found.refusal();
    const auto& message = **found;
    if (said.call_at <= known.now || said.call_at >= message.deadline())
        return Refusal{Refusal::Code::implausible,
                       "the time is not between now and the deadline; a later day is a deferral"};
    out.push_back(known.fact(
        CallTimeNoted{said.message, said.call_at, actor.person, said.remark, known.now}));
    return std::nullopt;
}

}  // namespace callwatch
