#pragma once

#include <chrono>
#include <stdexcept>
#include <string>

#include "daemon/calendar/business_calendar.hpp"

/// Words of the calendar tests.
namespace callwatch::test {

inline LocalDate day(std::string_view text) { return parse_local_date(text).value(); }

/// "2026-11-20T17:00:00", UTC.
inline Instant utc(std::string_view text)
{
    const auto number = [&](std::size_t at) { return std::stoi(std::string{text.substr(at, 2)}); };
    if (text.size() != 19) throw std::invalid_argument{std::string{text}};
    return Instant{day(text.substr(0, 10)).time_since_epoch() + std::chrono::hours{number(11)} +
                   std::chrono::minutes{number(14)} + std::chrono::seconds{number(17)}};
}

/// Monday to Friday, 8 to 5, with the holidays of the worked examples.
inline Location office(std::string_view zone)
{
    Location location;
    location.zone = zone;
    for (std::size_t weekday = 1; weekday <= 5; ++weekday)
        location.weekly[weekday] = DayHours{std::chrono::hours{8}, std::chrono::hours{17}};
    for (const auto* holiday : {"2012-07-04", "2026-11-26", "2026-11-27"})
        location.exceptions[day(holiday)] = std::nullopt;
    return location;
}

inline BusinessCalendar calendar_of(const Location& location)
{
    return *BusinessCalendar::make(location);
}

}  // namespace callwatch::test
