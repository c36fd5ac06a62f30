#include <algorithm>
#include <set>

#include "daemon/board/rows.hpp"
#include "daemon/board/work_left.hpp"

namespace callwatch {
namespace {

struct MessageSummary {
    std::uint32_t unreturned = 0, due_today = 0, overdue = 0, attempted = 0, returned_today = 0,
                  still_new = 0, overnight = 0;
    std::set<std::string> callers;
    std::uint32_t anonymous = 0;
    Instant oldest = Instant::max();
    Instant next_deadline = Instant::max();
};

/// Today if it is a workday (also after its close), else the workday to come.
std::optional<BusinessHours> business_day(const BusinessCalendar& calendar, Instant now)
{
    const auto today = calendar.local_date(now);
    if (auto hours = calendar.hours_on(today)) return hours;
    return calendar.next_workday(today);
}

void count(MessageSummary& summary, const Message& message, LocalDate date)
{
    const bool due_today = message.left.due_date == date;
    if (message.returned && due_today) {
        ++summary.returned_today;
        summary.still_new += message.is_still_new() ? 1 : 0;
    }
    if (!message.is_open()) return;
    ++summary.unreturned;
    summary.due_today += due_today ? 1 : 0;
    summary.overnight += message.left.due_date > date ? 1 : 0;
    summary.overdue += message.overdue ? 1 : 0;
    summary.attempted += message.state() == DutyState::attempted ? 1 : 0;
    summary.oldest = std::min(summary.oldest, message.left.received_at);
    if (!message.overdue)
        summary.next_deadline = std::min(summary.next_deadline, message.left.deadline);
    const auto caller = caller_key(message.left.caller);
    if (caller.empty())
        ++summary.anonymous;
    else
        summary.callers.insert(caller);
}

void set_messages(v1::LocationRow& row, const MessageSummary& summary)
{
    row.set_unreturned(summary.unreturned);
    row.set_unreturned_callers(static_cast<std::uint32_t>(summary.callers.size()) +
                               summary.anonymous);
    row.set_due_today(summary.due_today);
    row.set_overdue(summary.overdue);
    row.set_attempted(summary.attempted);
    row.set_returned_today(summary.returned_today);
    row.set_returned_still_new(summary.still_new);
    row.set_overnight(summary.overnight);
    if (summary.oldest != Instant::max()) row.set_oldest_received_at_us(to_us(summary.oldest));
    if (summary.next_deadline != Instant::max())
        row.set_next_deadline_us(to_us(summary.next_deadline));
}

void set_clock(v1::LocationRow& row, const BoardView& view, const Location& location,
               const std::optional<BusinessHours>& hours)
{
    const auto& calendar = view.directory().calendar(location.id);
    const auto clock = calendar.local_clock(view.now);
    row.set_zone(location.zone);
    row.set_zone_abbreviation(clock.abbreviation);
    row.set_utc_offset_s(static_cast<std::int32_t>(clock.utc_offset.count()));
    const bool too_early = location.monitoring_start && view.now < *location.monitoring_start;
    row.set_hours(too_early                    ? v1::LocationRow::NOT_YET_MONITORED
                  : calendar.is_open(view.now) ? v1::LocationRow::OPEN
                                               : v1::LocationRow::CLOSED);
    if (location.monitoring_start) row.set_monitoring_start_us(to_us(*location.monitoring_start));
    if (!hours) return;
    row.set_opens_at_us(to_us(hours->opens));
    row.set_closes_at_us(to_us(hours->closes));
    row.set_business_date(describe(hours->date));
}

std::uint32_t missed_calls(const BoardView& view, const LocationId& location)
{
    const auto& calendar = view.directory().calendar(location);
    const auto today = calendar.local_date(view.now);
    std::uint32_t missed = 0;
    for (const auto& mailbox : view.directory().mailboxes_of(location))
        if (const auto* state = view.board().mailboxes().find(mailbox))
            for (const auto& [call, at] : state->without_message)
                missed += calendar.local_date(at) == today ? 1 : 0;
    return missed;
}

Instant data_as_of(const BoardView& view, const LocationId& location)
{
    auto as_of = view.now;
    for (const auto& source : view.directory().sources_of(location))
        as_of = std::min(as_of, view.engine.watch().watermark(source).value_or(Instant{}));
    return as_of;
}

}  // namespace

std::vector<v1::LocationRow> make_location_rows(const BoardView& view)
{
    const auto& locations = view.directory().organisation().locations;
    std::map<LocationId, std::optional<BusinessHours>> days;
    for (const auto& location : locations)
        days[location.id] = business_day(view.directory().calendar(location.id), view.now);

    std::map<LocationId, MessageSummary> summaries;
    std::map<LocationId, WorkLeft> work;
    for (const auto& [id, message] : view.board().messages().all())
        if (const auto day = days.find(message.left.location); day != days.end()) {
            const auto date = day->second ? day->second->date : LocalDate{};
            count(summaries[message.left.location], message, date);
            work[message.left.location].count(message, date);
        }

    std::vector<v1::LocationRow> rows;
    for (const auto& location : locations) {
        auto& row = rows.emplace_back();
        row.set_location_id(location.id.text);
        row.set_name(location.name);
        row.set_short_name(location.short_name);
        set_clock(row, view, location, days[location.id]);
        set_messages(row, summaries[location.id]);
        work[location.id].fill(row, view.engine.policy(), days[location.id], view.now);
        set_operators(row, view, location);
        set_main_line(row, view, location);
        row.set_missed_calls(missed_calls(view, location.id));
        row.set_data_known(view.is_known(location.id));
        row.set_data_as_of_us(to_us(data_as_of(view, location.id)));
    }
    return rows;
}

}  // namespace callwatch
