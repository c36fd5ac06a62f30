#include "wallboard/model/trend_hours.hpp"

#include <algorithm>
#include <cstdio>

#include <fmt/format.h>

#include "wallboard/model/links.hpp"

namespace wallboard {
namespace {

/// A day of 25 hours; more is not a day's business.
constexpr std::size_t slots_max = 50;

/// A day and how trend rows name it.
struct NamedDay {
    std::chrono::sys_days day;
    std::string name = date_text(day);
};

struct Span {
    Instant opens{};
    Instant closes{};
    bool empty() const { return !said(opens) || closes <= opens; }
};

std::chrono::sys_days local_day(Instant at, std::chrono::seconds utc_offset)
{
    return std::chrono::floor<std::chrono::days>(at + utc_offset);
}

Span hours_on(const Snapshot& snapshot, const Location& location, const NamedDay& date)
{
    if (const Trend* row = trend_of(snapshot, location, date.name))
        return {row->opens_at, row->closes_at};
    const bool that_day =
        said(location.opens_at) && local_day(location.opens_at, location.utc_offset) == date.day;
    return that_day ? Span{location.opens_at, location.closes_at} : Span{};
}

TrendHours in_half_hours(const Span& span, std::chrono::seconds utc_offset)
{
    TrendHours hours;
    hours.utc_offset = utc_offset;
    const Micros local = span.opens.time_since_epoch() + utc_offset;
    hours.from = Instant{local - local % half_hour - utc_offset};
    hours.closes_at = span.closes;
    const auto n = (span.closes - hours.from + half_hour - Micros{1}) / half_hour;
    hours.slots = std::min(slots_max, static_cast<std::size_t>(std::max<std::int64_t>(0, n)));
    hours.date = local_day(span.opens, utc_offset);
    return hours;
}

}  // namespace

float TrendHours::share(Instant at) const
{
    if (slots == 0) return 0;
    return static_cast<float>((at - from).count()) / static_cast<float>((until() - from).count());
}

std::optional<std::size_t> TrendHours::slot_of(Instant at) const
{
    if (at < from || at >= until()) return std::nullopt;
    return static_cast<std::size_t>((at - from) / half_hour);
}

TrendHours trend_hours(const Snapshot& snapshot)
{
    if (snapshot.locations.empty()) return {};
    const Location& home = snapshot.locations.front();
    const NamedDay today{day_named(home.business_date), home.business_date};
    for (const Location& location : snapshot.locations) {
        const Span span = hours_on(snapshot, location, today);
        if (span.empty() || location.hours == Hours::not_yet_monitored) continue;
        TrendHours hours = in_half_hours(span, home.utc_offset);
        hours.today = true;
        return hours;
    }
    const Trend* newest = nullptr;
    for (const Trend& row : snapshot.trends) {
        if (row.location_id != home.id || Span{row.opens_at, row.closes_at}.empty()) continue;
        if (newest == nullptr || row.business_date > newest->business_date) newest = &row;
    }
    if (newest == nullptr) return {.utc_offset = home.utc_offset};
    return in_half_hours({newest->opens_at, newest->closes_at}, home.utc_offset);
}

const Trend* trend_of(const Snapshot& snapshot, const Location& location, const std::string& date)
{
    const Trend* found = nullptr;
    for_trends_of(location, snapshot, [&](const Trend& row) {
        if (found == nullptr && row.business_date == date) found = &row;
    });
    return found;
}

std::chrono::sys_days day_named(const std::string& date)
{
    int y = 0;
    unsigned m = 0, d = 0;
    if (std::sscanf(date.c_str(), "%4d-%2u-%2u", &y, &m, &d) != 3) return {};
    const std::chrono::year_month_day day{std::chrono::year{y}, std::chrono::month{m},
                                          std::chrono::day{d}};
    return day.ok() ? std::chrono::sys_days{day} : std::chrono::sys_days{};
}

std::string date_text(std::chrono::sys_days day)
{
    const std::chrono::year_month_day date{day};
    return fmt::format("{:04}-{:02}-{:02}", static_cast<int>(date.year()),
                       static_cast<unsigned>(date.month()), static_cast<unsigned>(date.day()));
}

Micros clock_change(const Snapshot& snapshot, const TrendHours& hours, std::chrono::sys_days date)
{
    const NamedDay today{hours.date};
    const NamedDay that_day{date};
    const Micros apart = hours.date - date;
    for (const Location& location : snapshot.locations) {
        const Span now = hours_on(snapshot, location, today);
        const Span then = hours_on(snapshot, location, that_day);
        if (now.empty() || then.empty()) continue;
        const Micros opens = then.opens + apart - now.opens;
        const Micros closes = then.closes + apart - now.closes;
        return opens == closes && std::chrono::abs(opens) == std::chrono::hours{1} ? opens
                                                                                   : Micros{0};
    }
    return Micros{0};
}

}  // namespace wallboard
