#include <algorithm>

#include "daemon/board/rows.hpp"
#include "daemon/calendar/business_calendar.hpp"

namespace callwatch {
namespace {

constexpr int days_shown = 5;
constexpr std::chrono::days looked_back{12};
constexpr std::ptrdiff_t spans_shown = 20;
constexpr std::chrono::minutes half_hour{30};

/// A local day, in half hours from its midnight.
struct HalfHours {
    Instant midnight;
    Instant ends;  ///< The next midnight: a day has 46 to 50 of them.

    std::ptrdiff_t place_of(Instant at) const { return (at - midnight) / half_hour; }
    Instant begins(std::ptrdiff_t place) const { return midnight + place * half_hour; }
};

/// Half hours [first, past) are told.
struct Told {
    std::ptrdiff_t first;
    std::ptrdiff_t past;
};

template <class Counts>
auto quarters_in(const std::map<QuarterHour, Counts>& quarters, const HalfHours& day)
{
    return std::pair{quarters.lower_bound(quarter_of(day.midnight)),
                     quarters.lower_bound(quarter_of(day.ends))};
}

template <class Counts>
void widen(Told& told, const std::map<QuarterHour, Counts>& quarters, const HalfHours& day)
{
    const auto [first, past] = quarters_in(quarters, day);
    if (first == past) return;
    told.first = std::min(told.first, day.place_of(first->first));
    told.past = std::max(told.past, day.place_of(std::prev(past)->first) + 1);
}

/// From opening, or what came before it, to close, or what came after it; today only to now.
Told told_of(const BoardView& view, const LocationId& location, const HalfHours& day,
             const BusinessHours& hours)
{
    const auto begun = day.place_of(std::min(view.now, day.ends - Micros{1})) + 1;
    Told told{.first = day.place_of(hours.opens),
              .past = day.place_of(hours.closes - Micros{1}) + 1};
    if (view.now < day.ends) told.past = std::min(told.past, begun);
    widen(told, view.board().queues().quarters(location), day);
    widen(told, view.board().messages().totals(location).quarters(), day);
    told.past = std::clamp(told.past, told.first, day.place_of(day.ends - Micros{1}) + 1);
    return told;
}

void add(v1::TrendRow::HalfHour& said, const QueueCounts& counts)
{
    said.set_offered(said.offered() + counts.offered);
    said.set_answered(said.answered() + counts.answered);
    said.set_abandoned(said.abandoned() + counts.abandoned);
    said.set_short_abandoned(said.short_abandoned() + counts.short_abandoned);
    said.set_answered_in_threshold(said.answered_in_threshold() + counts.answered_in_threshold);
    said.set_abandoned_in_threshold(said.abandoned_in_threshold() + counts.abandoned_in_threshold);
    said.set_left_otherwise(said.left_otherwise() + counts.timed_out + counts.left_by_key +
                            counts.left_otherwise);
    said.set_answered_wait_ms(said.answered_wait_ms() + counts.answered_wait.count());
    said.set_longest_wait_ms(
        std::max<std::int64_t>(said.longest_wait_ms(), counts.longest_wait.count()));
}

void set_calls(v1::TrendRow& row, const std::map<QuarterHour, QueueCounts>& quarters,
               const HalfHours& day, const Told& told)
{
    const auto [first, past] = quarters_in(quarters, day);
    for (auto quarter = first; quarter != past; ++quarter) {
        const auto place = day.place_of(quarter->first) - told.first;
        if (place < row.half_hours_size())
            add(*row.mutable_half_hours(static_cast<int>(place)), quarter->second);
    }
}

void set_messages(v1::TrendRow& row,
                  const std::map<QuarterHour, MessageTotals::InQuarter>& quarters,
                  const HalfHours& day, const Told& told)
{
    std::uint32_t open = 0;
    auto quarter = quarters.begin();
    for (int i = 0; i < row.half_hours_size(); ++i) {
        auto& said = *row.mutable_half_hours(i);
        const auto begins = day.begins(told.first + i);
        for (; quarter != quarters.end() && quarter->first < begins + half_hour; ++quarter) {
            const auto& [left, closed] = quarter->second;
            open +=
                left - closed;  // Below zero only on the way: a sum of both since the beginning.
            if (quarter->first < begins) continue;
            said.set_messages_left(said.messages_left() + left);
            said.set_messages_closed(said.messages_closed() + closed);
        }
        said.set_messages_open(open);
    }
}

/// The same for all of the location's queues, or nothing.
void set_service_level(v1::TrendRow& row, const BoardView& view, const LocationId& location)
{
    const Queue* one = nullptr;
    for (const auto& queue : view.directory().organisation().queues) {
        if (queue.location != location) continue;
        if (one != nullptr && one->service_level != queue.service_level) return;
        one = &queue;
    }
    if (one == nullptr) return;
    row.set_service_level_variant("SL4");
    row.set_service_level_s(static_cast<std::uint32_t>(one->service_level.count()));
}

void set_unseen(v1::TrendRow& row, const BoardView& view, const LocationId& location,
                const HalfHours& day)
{
    for (const auto& source : view.directory().sources_of(location)) {
        const auto* state = view.board().sources().find(source);
        if (state == nullptr) continue;
        for (const auto& gap : state->gaps) {
            if (gap.from >= day.ends || gap.to <= day.midnight) continue;
            auto& span = *row.add_unseen();
            span.set_from_us(to_us(std::max(gap.from, day.midnight)));
            if (gap.to < day.ends) span.set_to_us(to_us(gap.to));
        }
    }
    const auto beyond = row.unseen_size() - spans_shown;
    if (beyond > 0) row.mutable_unseen()->DeleteSubrange(0, static_cast<int>(beyond));
}

bool has_calls(const BoardView& view, const LocationId& location, const HalfHours& day)
{
    const auto [first, past] = quarters_in(view.board().queues().quarters(location), day);
    return first != past;
}

v1::BoardRow make_trend_row(const BoardView& view, const LocationId& location, const HalfHours& day,
                            const BusinessHours& hours)
{
    v1::BoardRow whole;
    whole.set_id(location.text + "/" + describe(hours.date));
    auto& row = *whole.mutable_trend();
    row.set_location_id(location.text.str());
    row.set_business_date(describe(hours.date));
    row.set_opens_at_us(to_us(hours.opens));
    row.set_closes_at_us(to_us(hours.closes));
    const auto clock = view.directory().calendar(location).local_clock(hours.opens);
    row.set_utc_offset_s(static_cast<std::int32_t>(clock.utc_offset.count()));
    const auto told = told_of(view, location, day, hours);
    row.set_first_us(to_us(day.begins(told.first)));
    for (auto place = told.first; place < told.past; ++place) row.add_half_hours();
    set_calls(row, view.board().queues().quarters(location), day, told);
    set_messages(row, view.board().messages().totals(location).quarters(), day, told);
    set_service_level(row, view, location);
    set_unseen(row, view, location, day);
    return whole;
}

}  // namespace

std::vector<v1::BoardRow> trend_rows(const BoardView& view, const LocationId& location)
{
    const auto& calendar = view.directory().calendar(location);
    const auto today = calendar.local_date(view.now);
    std::vector<v1::BoardRow> rows;
    for (auto date = today; date > today - looked_back && rows.size() < days_shown;
         date -= std::chrono::days{1}) {
        const auto hours = calendar.hours_on(date);
        if (!hours) continue;
        const HalfHours day{.midnight = calendar.beginning_at(date, {}),
                            .ends = calendar.beginning_at(date + std::chrono::days{1}, {})};
        if (date != today && !has_calls(view, location, day)) continue;
        rows.push_back(make_trend_row(view, location, day, *hours));
    }
    return rows;
}

}  // namespace callwatch
