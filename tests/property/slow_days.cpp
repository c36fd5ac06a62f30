#include "tests/property/slow_calendar.hpp"
#include "tests/property/slow_rules.hpp"

namespace callwatch::test {

/// Up to three minutes after she heard the greeting, a caller may still leave her message: when
/// those are done who heard one before the check, and of whom no message is known.
std::vector<Instant> SlowRules::callers_done_by(const LocationId& location, Instant check) const
{
    std::vector<Instant> done_by;
    for (const auto& [id, greeted] : greeted_) {
        const auto& [mailbox, at] = greeted;
        const auto* box = find_by_id(organisation_.mailboxes, mailbox);
        const auto done = at + std::chrono::minutes{3};
        if (box != nullptr && box->location == location && !messages_.contains(id) && at < check &&
            done > check)
            done_by.push_back(done);
    }
    return done_by;
}

bool SlowRules::somebody_speaks(const LocationId& location, Instant check) const
{
    const auto done_by = callers_done_by(location, check);
    return std::any_of(done_by.begin(), done_by.end(),
                       [&](Instant done) { return !returns_are_known(location, done); });
}

void SlowRules::doubt_gaps(const LocationId& location, Instant check, SlowDay& day) const
{
    auto before =
        date_at(*find_by_id(organisation_.locations, location), check - policy_.eod_grace);
    std::optional<Instant> since;
    while (!since)
        if (since = close_of(*find_by_id(organisation_.locations, location),
                             before -= std::chrono::days{1});
            since)
            *since += policy_.eod_grace;
    const auto concerned = sources_of_returns(location);
    const auto done_by = callers_done_by(location, check);
    for (const auto& [source, at] : unwatched_)
        if (at >= *since && at < check && concerned.contains(source))
            day.doubts.insert("unwatched mailbox");
    for (const auto& [source, gaps] : blind_)
        for (const auto& gap : gaps) {
            if (!concerned.contains(source)) continue;
            const bool hides_a_message = std::any_of(done_by.begin(), done_by.end(),
                                                     [&](Instant done) { return done > gap.from; });
            if (gap.from >= check && !hides_a_message) continue;
            // Whom it hides may speak for three minutes; no list has her message before.
            const auto silence = check + std::chrono::minutes{3};
            if (gap.from < check && gap.to && *gap.to > check - std::chrono::minutes{3} &&
                !returns_are_known(location, silence))
                day.doubts.insert("gap of " + source.text);
            for (const auto& mailbox : organisation_.mailboxes) {
                if (mailbox.location != location) continue;
                const auto list = newest_list_.find(mailbox.id);
                if (!gap.to || list == newest_list_.end() || list->second < *gap.to)
                    day.doubts.insert("gap of " + source.text);
            }
        }
}

void SlowRules::doubt_lists(const LocationId& location, Instant check, SlowDay& day) const
{
    for (const auto& mailbox : organisation_.mailboxes) {
        if (mailbox.location != location) continue;
        const auto list = newest_list_.find(mailbox.id);
        if (list == newest_list_.end() || list->second < check - policy_.mailbox_list_max_age)
            day.doubts.insert("list of " + mailbox.id.text);
        else if (counts_differ(mailbox.id, check))
            day.doubts.insert("counts of " + mailbox.id.text);
    }
}

/// Since a moment before the check, and to this day, the newest counts are no list's and say
/// something else than what was shown one by one.
bool SlowRules::counts_differ(const MailboxId& mailbox, Instant check) const
{
    const auto found = about_mailbox_.find(mailbox);
    if (found == about_mailbox_.end()) return false;
    std::map<MsgId, bool> present;  // Heard?
    std::optional<Instant> listed, counted, since;
    std::pair<std::size_t, std::size_t> counts;
    for (const auto& event : found->second) {
        const auto at = event.occurred_at;
        bool is_count = false;
        if (const auto* left = std::get_if<VoicemailLeft>(&event.what);
            left && !left->msg_id.empty())
            present.emplace(left->msg_id, false);
        if (const auto* heard = std::get_if<VoicemailHeard>(&event.what))
            if (const auto one = present.find(heard->msg_id); one != present.end())
                one->second = true;
        if (const auto* gone = std::get_if<VoicemailDeleted>(&event.what))
            present.erase(gone->msg_id);
        if (const auto* list = std::get_if<MailboxSnapshot>(&event.what)) {
            present.clear();
            for (const auto& item : list->items) present[item.msg_id] = item.folder == "Old";
            listed = list->as_of;
        }
        if (const auto* said = std::get_if<MailboxCounts>(&event.what)) {
            counts = {said->new_messages, said->old_messages};
            counted = at;
            is_count = true;
        }
        const auto heard = static_cast<std::size_t>(std::count_if(
            present.begin(), present.end(), [](const auto& one) { return one.second; }));
        const bool agree = counts == std::pair{present.size() - heard, heard};
        if (!counted || (listed && *counted <= *listed) || agree)
            since.reset();
        else if (is_count && !since)
            since = at;
    }
    return since && *since <= check;
}

SlowDay SlowRules::day(const LocationId& location, LocalDate date) const
{
    SlowDay day;
    const auto check =
        *close_of(*find_by_id(organisation_.locations, location), date) + policy_.eod_grace;
    const bool all_is_known = returns_are_known(location, check);
    day.is_settled = all_is_known && !somebody_speaks(location, check);
    for (const auto& [id, message] : messages_) {
        const bool concerns_today = message.location == location && message.due_date <= date &&
                                    message.received_at < check - policy_.eod_grace &&
                                    message.is_duty;
        if (!concerns_today || (message.returned_at && *message.returned_at < check)) continue;
        const bool waits = message.waits_for_call(check);
        if (waits) day.is_settled = false;
        day.open.insert(id);
        const bool attempted = message.attempted_at && *message.attempted_at < check &&
                               policy_.no_answer == Policy::NoAnswer::counts;
        if (attempted) continue;
        if (message.deadline <= watched_from_)
            day.doubts.insert("nobody watched whether " + id + " was returned");
        else
            day.violations.insert(id);
        if (!waits && day.violations.contains(id)) day.is_proved = all_is_known;
    }
    doubt_gaps(location, check, day);
    doubt_lists(location, check, day);
    day.verdict = !day.violations.empty() ? "VIOLATIONS"
                : !day.doubts.empty()     ? "UNKNOWN"
                                          : "CLEAR";
    return day;
}

}  // namespace callwatch::test
