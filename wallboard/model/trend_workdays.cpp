#include "wallboard/model/trend_workdays.hpp"

#include <algorithm>

#include "wallboard/model/links.hpp"

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

void add_waits(const Trend& row, const TrendHours& hours, Workday& day)
{
    for (std::size_t i = 0; i < row.half_hours.size(); ++i) {
        const auto slot = hours.slot_of(row.first + half_hour * static_cast<std::int64_t>(i));
        if (!slot) continue;
        WaitCell& cell = day.cells[*slot];
        if (cell.state == WaitCell::State::blank) cell.state = WaitCell::State::waited;
        cell.longest = std::max(cell.longest, row.half_hours[i].longest_wait);
    }
    for (std::size_t i = 0; i < day.cells.size() && !row.unseen.empty(); ++i)
        if (was_unseen(row, hours.begin_of(i), hours.begin_of(i + 1)))
            day.cells[i].state = WaitCell::State::unseen;
    note_unseen(row, day.unseen_since);
}

void add_counts(const Trend& row, const TrendDay& today, Workday& day)
{
    day.unseen = day.unseen || !row.unseen.empty();
    for (const HalfHour& one : row.half_hours) add(one, day.counts);
    if (!row.half_hours.empty()) day.open += row.half_hours.back().messages_open;
    day.same_definition = day.same_definition &&
                          row.service_level_variant == today.service_level_variant &&
                          row.service_level_s == today.service_level_s;
}

Workday whole_day(const Snapshot& snapshot, const TrendDay& today, std::chrono::sys_days date,
                  bool has_rows)
{
    Workday day;
    day.date = date;
    day.today = today.hours.today && date == today.hours.date;
    day.cells.resize(today.hours.slots);
    TrendHours hours = today.hours;
    hours.from = today.hours.from - (today.hours.date - date);
    if (has_rows) hours.from += clock_change(snapshot, today.hours, date);
    day.from = hours.from;
    const std::string name = date_text(date);
    for (const Location& location : snapshot.locations) {
        if (location.hours == Hours::not_yet_monitored) continue;
        if (const Trend* row = has_rows ? trend_of(snapshot, location, name) : nullptr) {
            day.told = true;
            add_waits(*row, hours, day);
            add_counts(*row, today, day);
        }
        // A source that is silent now has told all of the days before.
        if (day.today) note_unheard(snapshot, location, day.unseen_since);
    }
    return day;
}

void end_at(Instant now, Workday& day)
{
    for (std::size_t i = 0; i < day.cells.size(); ++i) {
        WaitCell& cell = day.cells[i];
        const Instant begin = day.from + half_hour * static_cast<std::int64_t>(i);
        if (begin > now) {
            if (day.today) cell = {WaitCell::State::ahead, {}};
        } else if (day.unseen_since && *day.unseen_since < begin + half_hour) {
            cell.state = WaitCell::State::unseen;
            day.told = true;
        }
    }
}

}  // namespace

std::vector<Workday> whole_workdays(const Snapshot& snapshot, const TrendDay& today)
{
    std::vector<Workday> days;
    if (today.hours.slots == 0) return days;
    for (int back = 0; back < days_back_max && days.size() < workdays_most; ++back) {
        const auto date = today.hours.date - std::chrono::days{back};
        const Rows rows = rows_on(snapshot, date_text(date));
        const bool is_today = today.hours.today && back == 0;
        if (is_today || rows.with_hours || (!rows.any && !is_weekend(date)))
            days.push_back(whole_day(snapshot, today, date, rows.any));
    }
    return days;
}

std::vector<Workday> make_workdays(const Snapshot& snapshot, const TrendDay& today, Instant now,
                                   std::size_t most)
{
    std::vector<Workday> days =
        snapshot.links.made ? snapshot.links.sums.workdays : whole_workdays(snapshot, today);
    if (days.size() > most) days.resize(most);
    for (Workday& day : days) end_at(now, day);
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
