#include "daemon/policy/alarm_act.hpp"

#include <algorithm>
#include <array>
#include <string_view>

#include <fmt/format.h>

#include "daemon/model/describe.hpp"
#include "daemon/policy/rights.hpp"

namespace callwatch {
namespace {

constexpr std::array<std::string_view, 4> kinds_of_locations{"operators", "overdue", "departed",
                                                             "route"};

/// Whose alarm has this name.
Result<LocationId> location_of(const Directory& directory, const std::string& alarm)
{
    using enum Refusal::Code;
    const auto slash = std::min(alarm.find('/'), alarm.size());
    const auto kind = alarm.substr(0, slash);
    const auto id = alarm.substr(std::min(slash + 1, alarm.size()));
    if (kind == "queue") {
        if (const auto* queue = directory.queue({id})) return queue->location;
        return Refusal{unknown_subject, "there is no queue \"" + id + "\""};
    }
    if (std::find(kinds_of_locations.begin(), kinds_of_locations.end(), kind) ==
        kinds_of_locations.end())
        return Refusal{unknown_subject,
                       fmt::format("no alarm has the name \"{}\": they are queue/QUEUE, and {}/, "
                                   "each with a LOCATION",
                                   alarm, fmt::join(kinds_of_locations, "/, "))};
    if (const auto* location = directory.location({id})) return location->id;
    return Refusal{unknown_subject, "there is no location \"" + id + "\""};
}

std::optional<Refusal> refuse_end(const ActOnAlarm& said, Instant now)
{
    using enum Refusal::Code;
    if (said.act != AlarmAct::shelve) return std::nullopt;
    const auto bound = fmt::format("an alarm is shelved for at most {} days, until {}",
                                   alarm_act_kept.count(), describe(now + alarm_act_kept));
    if (said.until == Instant{}) return Refusal{incomplete, "until when is missing: " + bound};
    if (said.until <= now)
        return Refusal{implausible, describe(said.until) + " is not in the future: " + bound};
    if (said.until > now + alarm_act_kept)
        return Refusal{implausible, describe(said.until) + " is too far ahead: " + bound};
    return std::nullopt;
}

/// Of how many alarms acts are remembered.
std::size_t count_remembered(const Known& known)
{
    const auto& all = known.board.alarm_acts().all();
    return static_cast<std::size_t>(std::count_if(all.begin(), all.end(), [&](const auto& one) {
        return !one.second.remembered(known.now).is_empty();
    }));
}

}  // namespace

std::optional<Refusal> take(const Known& known, const Actor& actor, const ActOnAlarm& said,
                            Facts& out)
{
    const auto location = location_of(known.directory, said.alarm);
    if (!location) return location.refusal();
    if (auto refusal = refuse(known, actor, Act::handle_alarm, *location, {})) return refusal;
    if (auto refusal = refuse_end(said, known.now)) return refusal;
    const auto* acted = known.board.alarm_acts().find(said.alarm);
    if (said.act == AlarmAct::unshelve && (acted == nullptr || !acted->is_shelved(known.now)))
        return std::nullopt;
    if (acted == nullptr && count_remembered(known) >= alarms_acted_max)
        return Refusal{Refusal::Code::full,
                       fmt::format("acts on {} alarms are remembered, which is all there is room "
                                   "for; each is forgotten after {} days",
                                   alarms_acted_max, alarm_act_kept.count())};
    out.push_back(
        known.fact(AlarmActed{.subject = said.alarm,
                              .location = *location,
                              .act = said.act,
                              .by = actor.person,
                              .at = known.now,
                              .until = said.act == AlarmAct::shelve ? said.until : Instant{}}));
    return std::nullopt;
}

}  // namespace callwatch
