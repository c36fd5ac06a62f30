#include <fmt/format.h>

#include <charconv>

#include "daemon/calendar/business_calendar.hpp"

namespace callwatch {
namespace {

// The whole of `text` as a number without a sign; nothing if it is anything else.
std::optional<unsigned> read_digits(std::string_view text)
{
    unsigned value = 0;
    const auto* end = text.data() + text.size();
    const auto [stopped_at, error] = std::from_chars(text.data(), end, value);
    if (error != std::errc{} || stopped_at != end) return std::nullopt;
    return value;
}

}  // namespace

std::string describe(LocalDate date)
{
    const std::chrono::year_month_day day{date};
    return fmt::format("{:04}-{:02}-{:02}", static_cast<int>(day.year()),
                       static_cast<unsigned>(day.month()), static_cast<unsigned>(day.day()));
}

std::optional<LocalDate> parse_local_date(std::string_view text)
{
    if (text.size() != 10 || text[4] != '-' || text[7] != '-') return std::nullopt;
    const auto year = read_digits(text.substr(0, 4));
    const auto month = read_digits(text.substr(5, 2));
    const auto day = read_digits(text.substr(8, 2));
    if (!year || !month || !day) return std::nullopt;

    const std::chrono::year_month_day date{std::chrono::year{static_cast<int>(*year)},
                                           std::chrono::month{*month}, std::chrono::day{*day}};
    if (!date.ok()) return std::nullopt;
    return LocalDate{date};
}

}  // namespace callwatch
