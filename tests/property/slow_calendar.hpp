#pragma once

#include <optional>

#include "daemon/model/organisation.hpp"

namespace callwatch::test {

// A calendar by hand for Chicago and New York in October and November 2026: the clocks go back on
// Sunday, 1 November, at 02:00 daylight time.

inline std::chrono::hours offset_at(const Location& location, Instant at)
{
    const int standard = location.zone == "America/Chicago" ? -6 : -5;
    const Instant change{std::chrono::sys_days{std::chrono::year{2026} / 11 / 1} +
                         std::chrono::hours{2 - (standard + 1)}};
    return std::chrono::hours{at < change ? standard + 1 : standard};
}

/// A local time of day as an instant; never used between one and two on that Sunday.
inline Instant instant_of(const Location& location, LocalDate date, std::chrono::seconds of_day)
{
    const Instant as_if_utc{date.time_since_epoch() + of_day};
    return as_if_utc - offset_at(location, as_if_utc - offset_at(location, as_if_utc));
}

inline LocalDate date_at(const Location& location, Instant at)
{
    return LocalDate{
        std::chrono::floor<std::chrono::days>(at + offset_at(location, at)).time_since_epoch()};
}

/// When the location closes that day; nothing if it does not open.
inline std::optional<Instant> close_of(const Location& location, LocalDate date)
{
    const auto special = location.exceptions.find(date);
    if (special != location.exceptions.end())
        return special->second ? std::optional{instant_of(location, date, special->second->to)}
                               : std::nullopt;
    const auto days = date.time_since_epoch().count();  // 1970-01-01 was a Thursday.
    const auto hours = location.weekly[static_cast<std::size_t>((days + 4) % 7)];
    return hours ? std::optional{instant_of(location, date, hours->to)} : std::nullopt;
}

}  // namespace callwatch::test
