#include <algorithm>

#include "daemon/board/rows.hpp"
#include "daemon/board/work_left.hpp"

namespace callwatch {
namespace {

/// Today if it is a workday (also after its close), else the workday to come.
std::optional<BusinessHours> business_day(const BusinessCalendar& calendar, Instant now)
{
    const auto today = calendar.local_date(now);
    if (auto hours = calendar.hours_on(today)) return hours;
    return calendar.next_workday(today);
}

void set_messages(v1::LocationRow& row, const MessageTotals& totals, LocalDate today)
{
    const auto due_today = totals.due_on(today);
    row.set_unreturned(totals.open());
    row.set_unreturned_callers(totals.callers());
    row.set_due_today(due_today.open);
    row.set_overdue(totals.overdue());
    row.set_attempted(totals.attempted());
    row.set_returned_today(due_today.returned);
    row.set_returned_still_new(due_today.still_new);
    row.set_overnight(totals.open_due_after(today));
    if (const auto oldest = totals.oldest()) row.set_oldest_received_at_us(to_us(*oldest));
    if (const auto next = totals.next_deadline()) row.set_next_deadline_us(to_us(*next));
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

Instant data_as_of(const BoardView& view, const LocationId& location)
{
    auto as_of = view.now;
    for (const auto& source : view.directory().sources_of(location))
        as_of = std::min(as_of, view.engine.watch().watermark(source).value_or(Instant{}));
    return as_of;
}

}  // namespace

v1::LocationRow make_location_row(const BoardView& view, const Location& location)
{
    return make_location_row(view, location, make_location_standing(view, location));
}

v1::LocationRow make_location_row(const BoardView& view, const Location& location,
                                  const LocationStanding& standing)
{
    const auto day = business_day(view.directory().calendar(location.id), view.now);
    const auto& totals = view.board().messages().totals(location.id);
    const auto today = day ? day->date : LocalDate{};
    auto row = standing.row;
    row.set_location_id(location.id.text.str());
    row.set_name(location.name);
    row.set_short_name(location.short_name);
    set_clock(row, view, location, day);
    set_messages(row, totals, today);
    set_work_left(row, view, totals, day);
    set_operators(row, view, location);
    set_main_line(row, view, location);
    row.set_data_known(view.is_known(location.id));
    row.set_data_as_of_us(to_us(data_as_of(view, location.id)));
    return row;
}

}  // namespace callwatch
