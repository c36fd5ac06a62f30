#include "daemon/policy/day_evidence.hpp"

#include <algorithm>
#include <set>

namespace callwatch {
namespace {

constexpr int days_back_max = 400;  // As far as the calendar looks for a workday.

/// Why a source that has not passed the check keeps it from being settled.
DayReason why_not_passed(const Known& known, const SourceId& source)
{
    const auto* state = known.board.sources().find(source);
    if (state == nullptr || state->epoch == 0) return {"source_never_seen", source.text, {}};
    if (state->ended_at) return {"source_ended", source.text, *state->ended_at};
    const auto reached = known.watch.watermark(source).value_or(state->last_occurred_at);
    return {state->silent_since ? "source_silent" : "source_behind", source.text, reached};
}

/// It was somebody's who left, and the telephone system no longer has it: nothing can be in it.
bool is_off(const Known& known, const MailboxId& mailbox)
{
    const auto* departure = known.board.departures().find(mailbox);
    return departure != nullptr && !departure->handed_over && departure->is_gone() &&
           known.board.messages().presence(mailbox).empty();
}

/// A gap is healed, as far as messages are concerned, by a complete list of every mailbox made
/// after it: return calls that were lost inside it can only make us stricter. One that hides who
/// reached a mailbox shortly before the check is not, while she may still be speaking: no list has
/// her message yet.
bool is_healed(const Known& known, const LocationId& location, const Gap& gap, Instant check_at)
{
    if (gap.to == Instant{} || gap.to == Instant::max()) return false;
    const bool hides_speakers = gap.from < check_at && gap.to > check_at - message_time_max;
    if (hides_speakers && !known.returns_settled(location, check_at + message_time_max))
        return false;
    const auto& mailboxes = known.directory.mailboxes_of(location);
    return std::all_of(mailboxes.begin(), mailboxes.end(), [&](const auto& mailbox) {
        if (is_off(known, mailbox)) return true;
        const auto* state = known.board.mailboxes().find(mailbox);
        return state != nullptr && state->listed && state->listed->as_of >= gap.to;
    });
}

bool list_agrees(const Known& known, const MailboxId& mailbox, Instant check_at)
{
    const auto* state = known.board.mailboxes().find(mailbox);
    if (state == nullptr || !state->listed) return false;
    if (state->listed->as_of < check_at - known.policy.mailbox_list_max_age) return false;
    return !state->differs_since || *state->differs_since > check_at;
}

/// Who reached a mailbox before the check may have left her message after `seen_until`: none of
/// hers is known.
bool may_have_spoken_after(const Known& known, const std::vector<MailboxId>& mailboxes,
                           Instant check_at, Instant seen_until)
{
    return std::any_of(mailboxes.begin(), mailboxes.end(), [&](const auto& mailbox) {
        const auto* state = known.board.mailboxes().find(mailbox);
        if (state == nullptr) return false;
        return std::any_of(
            state->without_message.begin(), state->without_message.end(), [&](const auto& one) {
                const auto done_by = one.second + message_time_max;
                return one.second < check_at && done_by > check_at && done_by > seen_until;
            });
    });
}

/// When the check before this one was: what was left since then belongs to this day.
Instant check_before(const Known& known, const LocationId& location, Instant check_at)
{
    const auto& calendar = known.directory.calendar(location);
    // A day that closes at 24:00 is over when the clock shows the next one.
    const auto date = calendar.local_date(check_at - known.policy.eod_grace - Micros{1});
    for (int back = 1; back <= days_back_max; ++back)
        if (const auto hours = calendar.hours_on(date - std::chrono::days{back}))
            return known.end_of_day(location, *hours);
    return {};
}

void gather_mailboxes(const Known& known, const std::vector<MailboxId>& mailboxes, Instant check_at,
                      DayEvidence& evidence)
{
    for (const auto& mailbox : mailboxes) {
        if (is_off(known, mailbox)) continue;
        ++evidence.mailboxes;
        if (list_agrees(known, mailbox, check_at)) {
            ++evidence.mailboxes_agree;
            continue;
        }
        const auto* state = known.board.mailboxes().find(mailbox);
        const bool never = state == nullptr || !state->listed;
        evidence.doubts.push_back({never ? "mailbox_not_listed" : "mailbox_list_differs",
                                   mailbox.text, never ? Instant{} : state->listed->as_of});
    }
}

/// Requirement TS-6: a person with a mailbox has somebody who is accountable for it.
void gather_supervisors(const Known& known, const LocationId& location,
                        const std::vector<MailboxId>& mailboxes, Instant check_at,
                        DayEvidence& evidence)
{
    std::set<PersonId> owners;
    for (const auto& mailbox : mailboxes) owners.insert(known.owner_of(mailbox, check_at));
    for (const auto& id : owners) {
        const auto* owner = known.directory.person(id);
        if (owner == nullptr || known.board.departures().left_at(id, location)) continue;
        const auto& supervisor = owner->supervisor;
        if (supervisor.empty() || known.directory.person(supervisor) == nullptr)
            evidence.doubts.push_back({"no_supervisor", id.text, {}});
    }
}

/// Nothing that a source may still tell can have happened before `at`.
bool nothing_to_come(const Known& known, const LocationId& location, Instant at)
{
    const auto sources = known.sources_of_returns(location);
    return std::all_of(sources.begin(), sources.end(), [&](const auto& source) {
        const auto* state = known.board.sources().find(source);
        return (state != nullptr && state->ended_at) || known.has_passed(source, at);
    });
}

}  // namespace

bool may_somebody_still_speak(const Known& known, const LocationId& location, Instant check_at)
{
    if (nothing_to_come(known, location, check_at + message_time_max)) return false;
    for (const auto& mailbox : known.directory.mailboxes_of(location)) {
        const auto* state = known.board.mailboxes().find(mailbox);
        if (state == nullptr) continue;
        for (const auto& [call, reached_at] : state->without_message)
            if (reached_at < check_at && reached_at + message_time_max > check_at &&
                !nothing_to_come(known, location, reached_at + message_time_max))
                return true;
    }
    return false;
}

DayEvidence gather_evidence(const Known& known, const LocationId& location, Instant check_at)
{
    DayEvidence evidence;
    const auto& mailboxes = known.directory.mailboxes_of(location);
    const auto since = check_before(known, location, check_at);
    const auto sources = known.sources_of_returns(location);
    if (sources.empty()) evidence.doubts.push_back({"no_source", location.text, {}});
    for (const auto& source : sources) {
        ++evidence.sources;
        if (known.has_passed(source, check_at))
            ++evidence.sources_fresh;
        else
            evidence.doubts.push_back(why_not_passed(known, source));
        const auto* state = known.board.sources().find(source);
        if (state == nullptr) continue;
        if (state->ended_at && *state->ended_at >= check_at &&
            may_have_spoken_after(known, mailboxes, check_at, *state->ended_at))
            evidence.doubts.push_back({"gap", source.text, *state->ended_at});
        for (const auto& gap : state->gaps)
            if ((gap.from < check_at ||
                 may_have_spoken_after(known, mailboxes, check_at, gap.from)) &&
                !is_healed(known, location, gap, check_at))
                evidence.doubts.push_back({"gap", source.text, gap.from});
        for (const auto& [mailbox, left] : state->unwatched)
            if (left.last >= since && left.first < check_at)
                evidence.doubts.push_back({"mailbox_not_configured", mailbox.text, left.first});
    }
    gather_mailboxes(known, mailboxes, check_at, evidence);
    gather_supervisors(known, location, mailboxes, check_at, evidence);
    return evidence;
}

}  // namespace callwatch
