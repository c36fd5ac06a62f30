#include <algorithm>

#include "daemon/board/operator_index.hpp"
#include "daemon/board/rows.hpp"

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

/// Looks at one telephone if it answers for the location.
struct OperatorCount {
    std::uint32_t seen = 0, staffed = 0, on_call = 0, paused = 0;
    Instant last_change{};

    void look(const Location& location, const DeviceId& device, const OperatorState& state)
    {
        const bool in_queue =
            std::any_of(location.operator_queues.begin(), location.operator_queues.end(),
                        [&](const QueueId& queue) { return state.queues.contains(queue); });
        const bool by_device =
            std::find(location.operator_devices.begin(), location.operator_devices.end(), device) !=
            location.operator_devices.end();
        if (!in_queue && !by_device) return;
        ++seen;
        last_change = std::max(last_change, state.changed_at);
        const bool can_answer =
            in_queue ? state.is_staffed(location.operator_queues) : state.reachable;
        staffed += can_answer ? 1 : 0;
        on_call += can_answer && !state.calls.empty() ? 1 : 0;
        paused += in_queue && state.is_paused_everywhere(location.operator_queues) ? 1 : 0;
    }
};

OperatorCount count_operators(const BoardView& view, const Location& location)
{
    OperatorCount count;
    const auto& book = view.board().operators();
    if (view.operators == nullptr) {
        for (const auto& [device, state] : book.all()) count.look(location, device, state);
        return count;
    }
    for (const auto& device : view.operators->of(location.id))
        if (const auto* state = book.find(device)) count.look(location, device, *state);
    return count;
}

void set_operators(v1::LocationRow& row, const BoardView& view, const Location& location,
                   const std::optional<BusinessHours>& hours)
{
    const auto count = count_operators(view, location);
    row.set_operators_known(count.seen > 0);
    row.set_operators_staffed(count.staffed);
    row.set_operators_on_call(count.on_call);
    row.set_operators_paused(count.paused);
    if (count.seen > 0 && count.staffed == 0 && row.hours() == v1::LocationRow::OPEN && hours)
        row.set_no_operator_since_us(to_us(std::max(count.last_change, hours->opens)));
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

v1::LocationRow make_location_row(const BoardView& view, const Location& location)
{
    const auto day = business_day(view.directory().calendar(location.id), view.now);
    v1::LocationRow row;
    row.set_location_id(location.id.text);
    row.set_name(location.name);
    row.set_short_name(location.short_name);
    set_clock(row, view, location, day);
    set_messages(row, view.board().messages().totals(location.id), day ? day->date : LocalDate{});
    set_operators(row, view, location, day);
    row.set_missed_calls(missed_calls(view, location.id));
    row.set_data_known(view.is_known(location.id));
    row.set_data_as_of_us(to_us(data_as_of(view, location.id)));
    return row;
}

}  // namespace callwatch
