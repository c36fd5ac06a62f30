#include "daemon/policy/day_check.hpp"

#include <algorithm>

#include "daemon/policy/day_evidence.hpp"
#include "daemon/policy/day_signing.hpp"
#include "daemon/policy/departed_day.hpp"
#include "daemon/policy/returned_call.hpp"

namespace callwatch {
namespace {

/// What the messages alone say of a day.
struct Tally {
    bool waits_for_call = false;   ///< A call is up that may yet return one, or leave one.
    std::uint32_t unreturned = 0;  ///< Violations, if nothing is to come.
    std::uint32_t proved = 0;      ///< Of those: no call is up that may have returned it.
    std::uint32_t before_monitoring =
        0;  ///< Due before anybody watched whether they were returned.
};

/// Adds one message that was due on or before the day and received before its close.
void judge_message(const Known& known, const Message& message, DayChecked& check, Tally& tally)
{
    const auto state = message.state_before(check.check_at);
    if (state == DutyState::missed_call || state == DutyState::information) return;
    const auto due_date = message.due_date_before(check.check_at);
    if (due_date > check.date) {
        if (message.deferred->from_date == check.date)
            check.deferred.push_back(message.left.message);
        return;
    }
    const bool is_todays = due_date == check.date;
    if (is_todays) ++check.due;
    const bool is_closed = state == DutyState::returned || state == DutyState::resolved;
    if (is_todays || !is_closed) count_departed(check, message.left.mailbox, !is_closed);
    if (is_closed) {
        check.returned += is_todays && state == DutyState::returned ? 1 : 0;
        check.resolved += is_todays && state == DutyState::resolved ? 1 : 0;
        check.still_new += is_todays && message.is_still_new() ? 1 : 0;
        return;
    }
    if (!is_todays) ++check.due;  // Left over from an earlier day: still due.
    if (state == DutyState::attempted) ++check.attempted;
    const bool is_met =
        known.policy.no_answer == Policy::NoAnswer::counts && state == DutyState::attempted;
    const auto monitored = known.monitored_from(message.left.location);
    const bool is_old = monitored && message.deadline() <= *monitored;
    check.open.push_back({message.left.message, word(state), !is_met && !is_old});
    tally.unreturned += !is_met && !is_old ? 1 : 0;
    tally.before_monitoring += !is_met && is_old ? 1 : 0;
    if (has_undecided_call(known, message, check.check_at))
        tally.waits_for_call = true;
    else
        tally.proved += !is_met && !is_old ? 1 : 0;
}

/// What came between close and a later check is not of this day, also where the policy has it due
/// at midnight (requirement TS-7c).
Tally judge_messages(const Known& known, Instant closes, DayChecked& check)
{
    Tally tally;
    for (const auto& [id, message] : known.board.messages().all())
        if (message.left.location == check.location && message.left.due_date <= check.date &&
            message.left.received_at < closes)
            judge_message(known, message, check, tally);
    if (may_somebody_still_speak(known, check.location, check.check_at))
        tally.waits_for_call = true;
    return tally;
}

bool same_doubts(const std::vector<DayReason>& a, const std::vector<DayReason>& b)
{
    return std::equal(a.begin(), a.end(), b.begin(), b.end(),
                      [](const DayReason& one, const DayReason& other) {
                          return one.code == other.code && one.subject == other.subject;
                      });
}

/// Not the counts of what a mailbox holds later on: they are frozen with the settled check.
bool says_the_same(const DayChecked& a, const DayChecked& b)
{
    return a.verdict == b.verdict && a.provisional == b.provisional && a.due == b.due &&
           a.returned == b.returned && a.resolved == b.resolved && a.attempted == b.attempted &&
           a.deferred == b.deferred && a.open == b.open && same_doubts(a.reasons, b.reasons);
}

/// Proof of one violation needs that nothing is to come for that message, whatever else is open; an
/// all-clear that nothing is to come at all, and that nothing is in doubt.
Verdict verdict_of(const DayChecked& check, const Tally& tally, const DayEvidence& evidence)
{
    const bool all_passed = evidence.sources > 0 && evidence.sources_fresh == evidence.sources;
    if (all_passed && tally.proved > 0) return Verdict::violations;
    if (check.provisional) return Verdict::unknown;
    const bool in_doubt = !evidence.doubts.empty() || tally.before_monitoring > 0;
    return in_doubt ? Verdict::unknown : Verdict::clear;
}

/// Until it is settled, and from then until its signing time is over. A settled day is never judged
/// again by another policy or calendar.
bool may_be_revised(const Known& known, const Location& location, const DayChecked& day)
{
    const auto& days = *known.board.days().find(location.id);
    if (days.signatures.contains(day.date)) return false;
    if (day.provisional) return true;
    const auto& settled_at = days.settled_at;
    const auto settled = settled_at.find(day.date);
    return settled != settled_at.end() &&
           known.now < settled->second + known.policy.signoff_deadline &&
           day.policy_version == known.policy.version &&
           day.calendar_version == known.directory.calendar(location.id).version();
}

}  // namespace

DayChecked check_day(const Known& known, const LocationId& location, const BusinessHours& hours,
                     const DayChecked* before)
{
    DayChecked check{.location = location,
                     .date = hours.date,
                     .revision = 1,
                     .verdict = Verdict::unknown,
                     .check_at = known.end_of_day(location, hours),
                     .policy_version = known.policy.version,
                     .calendar_version = known.directory.calendar(location).version(),
                     .tzdata_version = known.board.process().tzdata_version};
    check.departed = departed_on(known, check, before);
    const auto tally = judge_messages(known, hours.closes, check);
    check.provisional = tally.waits_for_call || !known.returns_settled(location, check.check_at);

    auto evidence = gather_evidence(known, location, check.check_at);
    check.sources = evidence.sources;
    check.sources_fresh = evidence.sources_fresh;
    check.mailboxes = evidence.mailboxes;
    check.mailboxes_agree = evidence.mailboxes_agree;
    check.verdict = verdict_of(check, tally, evidence);
    const auto add = [&](const char* code, std::uint32_t count) {
        if (count > 0) check.reasons.push_back({code, std::to_string(count), {}});
    };
    add("unreturned", tally.unreturned);
    add("before_monitoring", tally.before_monitoring);
    add("call_still_up", tally.waits_for_call ? 1 : 0);
    std::move(evidence.doubts.begin(), evidence.doubts.end(), std::back_inserter(check.reasons));
    return check;
}

void DayJudge::judge(const Known& known, bool news, Facts& out)
{
    const auto& locations = known.directory.organisation().locations;
    std::set<std::size_t> wanted;  // In the order of the list, which is the order of their facts.
    if (!has_begun_) {
        has_begun_ = true;
        due_at_.assign(locations.size(), Instant::max());
        for (std::size_t place = 0; place < locations.size(); ++place) wanted.insert(place);
    }
    if (news) wanted.insert(at_news_.begin(), at_news_.end());
    for (auto due = due_.begin(); due != due_.end() && due->first <= known.now; ++due)
        wanted.insert(due->second);

    for (const auto place : wanted) {
        const auto next = judge_location(known, locations[place], out);
        due_.erase({due_at_[place], place});
        due_at_[place] = next.due;
        if (next.due != Instant::max()) due_.emplace(next.due, place);
        if (next.at_news)
            at_news_.insert(place);
        else
            at_news_.erase(place);
    }
}

DayJudge::Next DayJudge::judge_location(const Known& known, const Location& location, Facts& out)
{
    const auto decided = out.size();
    const auto begins = known.monitored_from(location.id);
    Next next;
    if (!begins) {
        out.push_back(known.fact(MonitoringBegan{location.id, known.now}));
    } else {
        const auto& days = *known.board.days().find(location.id);
        for (const auto& [date, before] : days.days) {
            revise(known, location, before, out);
            if (!may_be_revised(known, location, before)) continue;
            next.at_news = true;
            if (const auto settled = days.settled_at.find(date); settled != days.settled_at.end())
                next.by(settled->second + known.policy.signoff_deadline);
        }
        judge_signing(known, location, out);
        next.by(next_signing(known, location));
        const auto check = check_next(known, location, *begins, out);
        next.by(check.due);
        next.at_news = next.at_news || check.at_news;
    }
    // What was decided is not applied yet: look again in the next step.
    if (out.size() > decided) next.by(known.now);
    return next;
}

/// The first check that has not been made, and those after it, as far as they are due.
DayJudge::Next DayJudge::check_next(const Known& known, const Location& location, Instant begins,
                                    Facts& out)
{
    const auto& calendar = known.directory.calendar(location.id);
    const auto& days = known.board.days().find(location.id)->days;
    auto last_checked = calendar.local_date(begins) - std::chrono::days{1};
    if (!days.empty()) last_checked = std::max(last_checked, days.rbegin()->first);
    for (int made = 0; made < days_per_step_max; ++made) {
        const auto hours = calendar.next_workday(last_checked);
        if (!hours) return {};
        const auto check_at = known.end_of_day(location.id, *hours);
        if (known.now < check_at) return {.due = check_at};
        last_checked = hours->date;
        if (check_at <= begins) continue;  // Closed before it was watched: never judged.
        // A process that has just begun has heard no source yet: they are given the same time.
        const auto patience_ends =
            std::max(check_at, known.board.process_since()) + known.policy.settle_wait;
        auto check = check_day(known, location.id, *hours);
        const bool says_nothing = check.provisional && check.verdict == Verdict::unknown;
        if (says_nothing && known.now < patience_ends)
            return {.due = patience_ends, .at_news = true};
        check.late = !check.provisional && known.board.process_since() > check_at;
        out.push_back(known.fact(std::move(check)));
    }
    return {.due = known.now};
}

bool DayJudge::is_worth_a_look(const Known& known, const DayChecked& before)
{
    const std::pair key{before.location, before.date};
    Look look{.messages = known.board.messages().changes(before.location),
              .sources = known.board.sources().changes()};
    const auto sources = known.sources_of_returns(before.location);
    for (const auto& source : sources)
        look.passed += known.has_passed(source, before.check_at) ? 1 : 0;
    // New lists can end a doubt; they never begin one about a time before them. So can the time
    // that somebody may still have been speaking.
    if (!before.reasons.empty()) {
        look.mailboxes = known.board.mailboxes().changes();
        look.silence = known.returns_settled(before.location, before.check_at + message_time_max);
    }
    if (before.provisional) {
        look.calls = known.board.outbound().undecided().size();
        look.speaks = look.passed == sources.size() &&
                      may_somebody_still_speak(known, before.location, before.check_at);
    }
    const auto found = looked_at_.find(key);
    if (found != looked_at_.end() && found->second == look) return false;
    looked_at_[key] = look;
    return true;
}

void DayJudge::revise(const Known& known, const Location& location, const DayChecked& before,
                      Facts& out)
{
    if (!may_be_revised(known, location, before)) {
        looked_at_.erase({location.id, before.date});
        return;
    }
    if (!is_worth_a_look(known, before)) return;
    const auto hours = known.directory.calendar(location.id).hours_on(before.date);
    if (!hours) return;
    auto check = check_day(known, location.id, *hours, &before);
    check.check_at = before.check_at;
    if (!before.provisional && check.provisional) return;  // Settled stays settled.
    // A process that has just begun has not heard again what was passed before.
    if (before.sources_fresh == before.sources && check.sources_fresh < check.sources) return;
    if (says_the_same(before, check)) return;
    check.revision = before.revision + 1;
    check.late = before.late || before.sources_fresh < before.sources;
    out.push_back(known.fact(std::move(check)));
}

}  // namespace callwatch
