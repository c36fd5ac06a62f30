#include "wallboard/model/words.hpp"

#include <algorithm>
#include <array>
#include <cstdlib>

#include <fmt/format.h>

namespace wallboard {
namespace {

constexpr std::string_view thin_gap = "\u2009";
constexpr std::string_view minus = "\u2212";
constexpr std::array weekdays{"Sun", "Mon", "Tue", "Wed", "Thu", "Fri", "Sat"};
constexpr std::array months{"Jan", "Feb", "Mar", "Apr", "May", "Jun",
                            "Jul", "Aug", "Sep", "Oct", "Nov", "Dec"};

struct Local {
    std::chrono::sys_days day;
    std::chrono::hh_mm_ss<std::chrono::seconds> time;
};

Local local(Instant at, std::chrono::seconds utc_offset)
{
    const auto shifted = std::chrono::floor<std::chrono::seconds>(at) + utc_offset;
    const auto day = std::chrono::floor<std::chrono::days>(shifted);
    return {day, std::chrono::hh_mm_ss{shifted - day}};
}

std::string day_month(std::chrono::sys_days day)
{
    const std::chrono::year_month_day date{day};
    return fmt::format("{} {}", static_cast<unsigned>(date.day()),
                       months.at(static_cast<unsigned>(date.month()) - 1));
}

const char* weekday(std::chrono::sys_days day)
{
    return weekdays.at(std::chrono::weekday{day}.c_encoding());
}

std::int64_t whole_seconds(Micros d)
{
    return std::max<std::int64_t>(0, std::chrono::floor<std::chrono::seconds>(d).count());
}

}  // namespace

std::string count_text(std::int64_t n)
{
    std::string digits = std::to_string(n < 0 ? -n : n);
    for (auto at = static_cast<std::ptrdiff_t>(digits.size()) - 3; at > 0; at -= 3)
        digits.insert(static_cast<std::size_t>(at), thin_gap);
    return n < 0 ? std::string{minus} + digits : digits;
}

std::string short_count_text(std::uint64_t n)
{
    if (n < 100'000) return count_text(static_cast<std::int64_t>(n));
    if (n < 1'000'000) return fmt::format("{} k", n / 1'000);
    if (n < 10'000'000) return fmt::format("{}.{} M", n / 1'000'000, n / 100'000 % 10);
    return count_text(static_cast<std::int64_t>(n / 1'000'000)) + " M";
}

std::string share_text(std::uint64_t part, std::uint64_t whole)
{
    const std::string of = short_count_text(whole);
    const std::string some = short_count_text(part);
    if (some == of && part < whole) return "all but " + short_count_text(whole - part);
    return some + " of " + of;
}

std::string percent_text(std::uint64_t part, std::uint64_t whole)
{
    if (whole == 0) return std::string{nothing_offered};
    const std::uint64_t tenths = (part * 2000 + whole) / (2 * whole);
    return fmt::format("{}.{}", tenths / 10, tenths % 10);
}

std::string duration_text(Micros d)
{
    const auto s = whole_seconds(d);
    if (s < 3600) return fmt::format("{}:{:02}", s / 60, s % 60);
    return fmt::format("{}:{:02}:{:02}", s / 3600, s / 60 % 60, s % 60);
}

std::string countdown_text(Micros d)
{
    const auto s = whole_seconds(d);
    if (s < 3600) return fmt::format("{}:{:02}", s / 60, s % 60);
    return fmt::format("{} h {:02}", s / 3600, s / 60 % 60);
}

std::string spoken_duration(Micros d)
{
    const auto s = whole_seconds(d);
    if (s < 60) return fmt::format("{} s", s);
    if (s < 3600) return fmt::format("{} min {:02} s", s / 60, s % 60);
    return fmt::format("{} h {:02} min", s / 3600, s / 60 % 60);
}

std::string age_text(Micros age)
{
    const auto tenths = std::max<std::int64_t>(0, age.count() / 100'000);
    if (tenths < 100) return fmt::format("{}.{} s", tenths / 10, tenths % 10);
    if (tenths < 1200) return fmt::format("{} s", tenths / 10);
    const auto min = tenths / 600;
    if (min < 100) return fmt::format("{} min", min);
    return min < 100 * 60 ? fmt::format("{} h", min / 60) : fmt::format("{} d", min / 1440);
}

std::string clock_text(Instant at, std::chrono::seconds utc_offset)
{
    const auto time = local(at, utc_offset).time;
    return fmt::format("{:02}:{:02}:{:02}", time.hours().count(), time.minutes().count(),
                       time.seconds().count());
}

std::string hour_minute_text(Instant at, std::chrono::seconds utc_offset)
{
    const auto time = local(at, utc_offset).time;
    return fmt::format("{:02}:{:02}", time.hours().count(), time.minutes().count());
}

std::string weekday_date_text(Instant at, std::chrono::seconds utc_offset)
{
    const auto day = local(at, utc_offset).day;
    return fmt::format("{} {}", weekday(day), day_month(day));
}

std::string when_text(Instant at, Instant now, std::chrono::seconds utc_offset)
{
    const auto day = local(at, utc_offset).day;
    const auto today = local(now, utc_offset).day;
    const auto time = hour_minute_text(at, utc_offset);
    if (day == today) return time;
    const auto apart = std::chrono::abs(today - day);
    if (apart < std::chrono::days{7}) return fmt::format("{} {}", weekday(day), time);
    return fmt::format("{} {}", day_month(day), time);
}

std::string counted(std::uint64_t n, std::string_view one, std::string_view many)
{
    return fmt::format("{} {}", count_text(static_cast<std::int64_t>(n)), n == 1 ? one : many);
}

}  // namespace wallboard
