#include <algorithm>

#include "daemon/board/asked_greeting.hpp"
#include "daemon/board/rows.hpp"
#include "daemon/policy/location_script.hpp"

namespace callwatch {
namespace {

constexpr int days_apart = 6;  // LocationRow.departed_by_workdays: 0 to 4, and 5 or more.

void set_faults(v1::LocationRow& row, const BoardView& view, const LocationId& location)
{
    std::map<std::string, std::uint32_t> kinds;
    for (const auto& [mailbox, fault] : view.board().greetings().faults())
        if (fault.location == location) ++kinds[fault.code];
    std::uint32_t all = 0;
    for (const auto& [code, mailboxes] : kinds) {
        auto& kind = *row.add_greeting_faults_by_kind();
        kind.set_code(code);
        kind.set_mailboxes(mailboxes);
        all += mailboxes;
    }
    row.set_greeting_faults(all);
}

void set_greetings(v1::LocationRow& row, const BoardView& view, const LocationId& location)
{
    const auto known = view.engine.known(view.now);
    const auto& greetings = view.board().greetings();
    std::uint32_t asked = 0;
    std::uint32_t not_known = 0;
    for (const auto& id : view.directory().mailboxes_of(location)) {
        if (!is_greeting_asked(view, known, id)) continue;
        ++asked;
        // What nobody has said in time is a fault: it counts among those.
        const bool is_open = greetings.valid(id) == nullptr && greetings.fault(id) == nullptr;
        not_known += is_open ? 1 : 0;
    }
    row.set_greetings_asked(asked);
    row.set_greetings_not_known(not_known);
}

std::uint32_t count_missed_promises(const BoardView& view, const LocationId& location)
{
    const auto& calendar = view.directory().calendar(location);
    const auto begins = calendar.beginning_at(calendar.local_date(view.now), {});
    const auto& missed = view.board().promises().missed(location);
    return static_cast<std::uint32_t>(
        std::distance(missed.lower_bound(begins), missed.upper_bound(view.now)));
}

void set_script(v1::LocationRow& row, const BoardView& view, const Location& location)
{
    row.set_script_state(script_state(view.engine.known(view.now), location));
    row.set_script_required(location.script_version);
    if (const auto* script = view.board().attestations().script(location.id))
        row.set_script_version(script->attested.version);
    if (location.messages_deadline)
        row.set_messages_deadline(describe(*location.messages_deadline));
}

void set_routes(v1::LocationRow& row, const BoardView& view, const LocationId& location)
{
    const auto& faults = view.board().routes().faults();
    std::uint32_t bad = 0;
    for (auto it = faults.lower_bound({location, ""});
         it != faults.end() && it->first.first == location; ++it) {
        if (bad++ > 0) continue;
        const auto& option = it->first.second;
        row.mutable_bad_route_first()->set_option(option.starts_with('+') ? "" : option);
        row.mutable_bad_route_first()->set_fault(it->second.why);
    }
    row.set_bad_routes(bad);
}

/// Workdays that began after the person left; days_apart - 1 stands for that many or more.
int workdays_since(const BusinessCalendar& calendar, Instant left, Instant now)
{
    auto date = calendar.local_date(left);
    const auto today = calendar.local_date(now);
    int workdays = 0;
    while (workdays < days_apart - 1) {
        const auto next = calendar.next_workday(date);
        if (!next || next->date > today) break;
        date = next->date;
        ++workdays;
    }
    return workdays;
}

/// The next end of promised hours among open messages in departed mailboxes.
void set_next_promise(v1::LocationRow& row, const BoardView& view, const LocationId& location)
{
    for (const auto& [ends, id] : view.board().promises().pending()) {
        const auto* message = view.board().messages().find(id);
        if (message == nullptr || !message->is_open() || message->left.location != location)
            continue;
        const auto* departure = view.board().departures().find(message->left.mailbox);
        if (departure == nullptr || !departure->is_open()) continue;
        row.set_departed_next_promise_us(to_us(ends));
        return;
    }
}

void count_pending(v1::LocationRow& row, const BoardView& view, const Departure& departure)
{
    const auto& location = departure.opened.location;
    row.set_departed_pending(row.departed_pending() + 1);
    row.set_departed_red(row.departed_red() + (departure.overdue ? 1 : 0));
    row.set_departed_unanswered(row.departed_unanswered() + (departure.cover ? 0 : 1));
    row.set_departed_requested(row.departed_requested() + (departure.requested ? 1 : 0));
    row.set_departed_seen_off(row.departed_seen_off() + (departure.is_gone() ? 1 : 0));
    row.set_departed_reopened(row.departed_reopened() + (departure.reopened ? 1 : 0));
    row.set_departed_open_messages(
        row.departed_open_messages() +
        view.board().messages().totals(location).open_in(departure.opened.mailbox));
    const auto place = workdays_since(view.directory().calendar(location),
                                      departure.opened.effective_at, view.now);
    row.set_departed_by_workdays(place, row.departed_by_workdays(place) + 1);
}

void set_departures(v1::LocationRow& row, const BoardView& view, const LocationId& location)
{
    const auto& calendar = view.directory().calendar(location);
    const auto today = calendar.local_date(view.now);
    for (int i = 0; i < days_apart; ++i) row.add_departed_by_workdays(0);
    row.set_departed_red_after_workdays(
        static_cast<std::uint32_t>(view.engine.policy().disconnect_red_after));
    for (const auto& [mailbox, departure] : view.board().departures().all()) {
        if (departure.opened.location != location || departure.opened.effective_at > view.now)
            continue;
        if (departure.is_open()) count_pending(row, view, departure);
        const auto ended = departure.ended_at();
        if (ended && calendar.local_date(*ended) == today)
            row.set_departed_confirmed_today(row.departed_confirmed_today() + 1);
        if (departure.state() == DepartureState::unverified)
            row.set_departed_unverified(row.departed_unverified() + 1);
    }
    if (row.departed_open_messages() > 0) set_next_promise(row, view, location);
}

}  // namespace

void set_standards(v1::LocationRow& row, const BoardView& view, const Location& location)
{
    set_faults(row, view, location.id);
    set_greetings(row, view, location.id);
    row.set_promises_missed(count_missed_promises(view, location.id));
    set_routes(row, view, location.id);
    set_script(row, view, location);
    set_departures(row, view, location.id);
    std::uint32_t no_cover = 0;
    std::uint32_t away = 0;
    for (const auto& [person, absence] : view.board().absences().all()) {
        if (absence.recorded.location != location.id || !absence.covers(view.now)) continue;
        ++away;
        no_cover += absence.no_cover ? 1 : 0;
    }
    row.set_staff_away(away);
    row.set_no_cover(no_cover);
    std::uint32_t barred = 0;
    for (const auto& [mailbox, one] : view.board().greetings().all_barred())
        barred += one.location == location.id ? 1 : 0;
    row.set_mailboxes_barred(barred);
}

}  // namespace callwatch
