#include "daemon/policy/day_check.hpp"

#include <algorithm>

#include "daemon/policy/day_evidence.hpp"

namespace callwatch {
namespace {

bool counts_as_met(const Known& known, const Message& message, Instant check_at)
{
    return known.policy.no_answer == Policy::NoAnswer::counts &&
           message.state_before(check_at) == DutyState::attempted;
}

/// Adds one message that was due on or before the day and received before the check.
void judge_message(const Known& known, const Message& message, DayChecked& check, bool& proved)
{
    const auto state = message.state_before(check.check_at);
    if (state == DutyState::missed_call || state == DutyState::information) return;
    const bool is_todays = message.left.due_date == check.date;
    if (is_todays) ++check.due;
    if (state == DutyState::returned) {
        check.returned += is_todays ? 1 : 0;
        check.still_new += is_todays && message.is_still_new() ? 1 : 0;
        return;
    }
    if (!is_todays) ++check.due;  // Left over from an earlier day: still due.
    const bool met = counts_as_met(known, message, check.check_at);
    if (state == DutyState::attempted) ++check.attempted;
    check.open.push_back({message.left.message, word(state), !met});
    proved = proved || (!met && message.overdue);
}

Instant check_instant(const Known& known, const BusinessHours& hours)
{
    return hours.closes + known.policy.eod_grace;
}

/// Not the counts of what a mailbox holds later on: they are frozen with the settled check.
bool says_the_same(const DayChecked& a, const DayChecked& b)
{
    return a.verdict == b.verdict && a.provisional == b.provisional && a.due == b.due &&
           a.returned == b.returned && a.attempted == b.attempted && a.open == b.open &&
           (!a.provisional || a.reasons == b.reasons);
}

}  // namespace

DayChecked check_day(const Known& known, const LocationId& location, const BusinessHours& hours)
{
    const auto& calendar = known.directory.calendar(location);
    DayChecked check{.location = location,
                     .date = hours.date,
                     .revision = 1,
                     .verdict = Verdict::unknown,
                     .check_at = check_instant(known, hours),
                     .policy_version = known.policy.version,
                     .calendar_version = calendar.version(),
                     .tzdata_version = known.board.process().tzdata_version};
    check.provisional = !known.settled(location, check.check_at);

    bool proved = false;
    for (const auto& [id, message] : known.board.messages().all())
        if (message.left.location == location && message.left.due_date <= check.date &&
            message.left.received_at < check.check_at)
            judge_message(known, message, check, proved);

    auto evidence = gather_evidence(known, location, check.check_at);
    check.sources = evidence.sources;
    check.sources_fresh = evidence.sources_fresh;
    check.mailboxes = evidence.mailboxes;
    check.mailboxes_agree = evidence.mailboxes_agree;
    check.verdict = proved                   ? Verdict::violations
                  : !evidence.doubts.empty() ? Verdict::unknown
                                             : Verdict::clear;
    const auto unreturned = std::count_if(check.open.begin(), check.open.end(),
                                          [](const DayMessage& one) { return one.violation; });
    if (unreturned > 0) check.reasons.push_back({"unreturned", std::to_string(unreturned), {}});
    std::move(evidence.doubts.begin(), evidence.doubts.end(), std::back_inserter(check.reasons));
    return check;
}

void DayJudge::judge(const Known& known, Facts& out)
{
    for (const auto& location : known.directory.organisation().locations)
        judge_location(known, location, out);
}

void DayJudge::judge_location(const Known& known, const Location& location, Facts& out)
{
    const auto* days = known.board.days().find(location.id);
    if (days == nullptr || !days->monitored_from) {
        out.push_back(known.fact(MonitoringBegan{location.id, known.now}));
        return;
    }
    for (const auto& [date, before] : days->days) revise(known, location, before, out);

    const auto& calendar = known.directory.calendar(location.id);
    const auto begins =
        std::max(*days->monitored_from, location.monitoring_start.value_or(Instant{}));
    const auto first = calendar.local_date(begins) - std::chrono::days{1};
    auto last_checked = days->days.empty() ? first : days->days.rbegin()->first;
    for (int made = 0; made < days_per_step_max; ++made) {
        const auto hours = calendar.next_workday(last_checked);
        if (!hours) return;
        const auto check_at = check_instant(known, *hours);
        if (known.now < check_at) return;
        last_checked = hours->date;
        if (check_at <= begins) continue;  // Closed before it was watched: never judged.
        if (!known.settled(location.id, check_at) &&
            known.now < check_at + known.policy.settle_wait)
            return;
        out.push_back(known.fact(check_day(known, location.id, *hours)));
    }
}

void DayJudge::revise(const Known& known, const Location& location, const DayChecked& before,
                      Facts& out)
{
    const auto* days = known.board.days().find(location.id);
    if (!before.provisional) {
        const auto settled = days->settled_at.find(before.date);
        if (settled == days->settled_at.end() ||
            known.now >= settled->second + known.policy.signoff_deadline) {
            looked_at_.erase({location.id, before.date});
            return;
        }
    }
    auto look = std::to_string(known.board.messages().changes());
    for (const auto& source : known.directory.sources_of(location.id))
        look += known.has_passed(source, before.check_at) ? '1' : '0';
    for (const auto& source : known.directory.sources_of(location.id))
        if (const auto* state = known.board.sources().find(source))
            look += state->silent_since ? 's' : 'f';
    auto& looked_at = looked_at_[{location.id, before.date}];
    if (looked_at == look) return;
    looked_at = std::move(look);

    const auto hours = known.directory.calendar(location.id).hours_on(before.date);
    if (!hours) return;
    auto check = check_day(known, location.id, *hours);
    check.check_at = before.check_at;
    if (!before.provisional && check.provisional) return;  // Settled stays settled.
    if (says_the_same(before, check)) return;
    check.revision = before.revision + 1;
    check.late = before.late || before.provisional;
    out.push_back(known.fact(std::move(check)));
}

}  // namespace callwatch
