#include "daemon/policy/configuration.hpp"

#include "daemon/policy/rights.hpp"

namespace callwatch {

std::optional<Refusal> take(const Known& known, const Actor& actor, const ApplyConfig& said,
                            Facts& out)
{
    if (auto refusal = refuse(known, actor, Act::change_configuration, {}, {})) return refusal;
    const auto& in_force = known.board.roster().configuration();
    if (in_force && in_force->organisation_version == said.organisation_version &&
        in_force->policy_version == said.policy_version)
        return Refusal{Refusal::Code::already_closed, "these files are in force already"};
    out.push_back(known.fact(ConfigApplied{.organisation_version = said.organisation_version,
                                           .policy_version = said.policy_version,
                                           .changes = said.changes,
                                           .by = actor.person,
                                           .remark = said.remark,
                                           .at = known.now,
                                           .binding = true}));
    return std::nullopt;
}

void reschedule(const Known& known, Facts& out)
{
    for (const auto& [id, message] : known.board.messages().all()) {
        if (!message.is_open() || message.overdue || message.deferred) continue;
        const auto& left = message.left;
        if (known.directory.location(left.location) == nullptr) continue;
        const auto due = known.directory.calendar(left.location)
                             .due(left.received_at, known.policy.after_hours_due);
        if (!due) continue;
        const auto deadline = known.end_of_day(left.location, *due);
        if (due->date == left.due_date && deadline == left.deadline) continue;
        out.push_back(known.fact(MessageRescheduled{.message = id,
                                                    .from_date = left.due_date,
                                                    .from_deadline = left.deadline,
                                                    .due_date = due->date,
                                                    .deadline = deadline,
                                                    .at = known.now}));
    }
}

}  // namespace callwatch
