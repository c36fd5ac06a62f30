#include "wallboard/model/wait_days.hpp"

#include <algorithm>

#include "wallboard/model/trend_day.hpp"

namespace wallboard {
namespace {

constexpr int days_back_max = 14;

bool is_weekend(std::chrono::sys_days day)
{
    const std::chrono::weekday weekday{day};
    return weekday == std::chrono::Saturday || weekday == std::chrono::Sunday;
}

struct Rows {
    bool any = false;
    bool with_hours = false;
};

Rows rows_on(const Snapshot& snapshot, const std::string& date)
{
    Rows rows;
    for (const Trend& row : snapshot.trends) {
        if (row.business_date != date) continue;
        rows.any = true;
        rows.with_hours = rows.with_hours || said(row.opens_at);
    }
    return rows;
}

void add_row(const Trend& row, const TrendHours& hours, Instant now, WaitDay& day)
{
    for (std::size_t i = 0; i < row.half_hours.size(); ++i) {
        const auto slot = hours.slot_of(row.first + half_hour * static_cast<std::int64_t>(i));
        if (!slot) continue;
        WaitCell& cell = day.cells[*slot];
        if (cell.state == WaitCell::State::blank) cell.state = WaitCell::State::waited;
        cell.longest = std::max(cell.longest, row.half_hours[i].longest_wait);
    }
    for (std::size_t i = 0; i < day.cells.size(); ++i)
        if (is_unseen(row, {hours.begin_of(i), hours.begin_of(i + 1), now}))
            day.cells[i].state = WaitCell::State::unseen;
}

/// A source that is silent now has told all of the days before.
void hide_unheard(const Snapshot& snapshot, const Location& location, const TrendHours& hours,
                  Instant now, WaitDay& day)
{
    for (std::size_t i = 0; i < day.cells.size(); ++i) {
        const Stretch stretch{hours.begin_of(i), hours.begin_of(i + 1), now};
        if (!is_unheard(snapshot, location, stretch)) continue;
        day.cells[i].state = WaitCell::State::unseen;
        day.told = true;
    }
}

WaitDay make_day(const Snapshot& snapshot, const TrendHours& today, std::chrono::sys_days date,
                 Instant now)
{
    WaitDay day;
    day.date = date;
    day.today = today.today && date == today.date;
    day.cells.resize(today.slots);
    TrendHours hours = today;
    hours.from = today.from - (today.date - date) + clock_change(snapshot, today, date_text(date));
    for (const Location& location : snapshot.locations) {
        if (location.hours == Hours::not_yet_monitored) continue;
        if (const Trend* row = trend_of(snapshot, location, date_text(date))) {
            day.told = true;
            add_row(*row, hours, now, day);
        }
        if (day.today) hide_unheard(snapshot, location, hours, now, day);
    }
    for (std::size_t i = 0; day.today && i < day.cells.size(); ++i)
        if (hours.begin_of(i) > now) day.cells[i] = {WaitCell::State::ahead, {}};
    return day;
}

}  // namespace

std::vector<WaitDay> make_wait_days(const Snapshot& snapshot, const TrendHours& hours, Instant now,
                                    std::size_t most)
{
    std::vector<WaitDay> days;
    if (hours.slots == 0) return days;
    for (int back = 0; back < days_back_max && days.size() < most; ++back) {
        const auto date = hours.date - std::chrono::days{back};
        const Rows rows = rows_on(snapshot, date_text(date));
        const bool today = hours.today && back == 0;
        if (today || rows.with_hours || (!rows.any && !is_weekend(date)))
            days.push_back(make_day(snapshot, hours, date, now));
    }
    std::reverse(days.begin(), days.end());
    return days;
}

WaitLimits wait_limits(const Snapshot& snapshot)
{
    WaitLimits limits;
    bool first = true;
    for (const Queue& queue : snapshot.queues) {
        if (first) limits = {queue.amber_wait_s, queue.red_wait_s};
        if (queue.amber_wait_s != limits.amber_s) limits.amber_s = 0;
        if (queue.red_wait_s != limits.red_s) limits.red_s = 0;
        first = false;
    }
    return limits;
}

}  // namespace wallboard
