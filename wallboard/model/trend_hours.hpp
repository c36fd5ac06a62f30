#pragma once

#include <cstddef>
#include <optional>
#include <string>

#include "wallboard/model/trend.hpp"

namespace wallboard {

struct Location;
struct Snapshot;

constexpr Micros half_hour = std::chrono::minutes{30};

/// The time axis that all plots of the page Trends share: the business hours of one day in half
/// hours, those of the home location, or of the first that has any that day.
struct TrendHours {
    std::chrono::sys_days date{};
    Instant from{};         ///< The half hour in which they open begins here.
    Instant closes_at{};    ///< May lie within the last half hour.
    std::size_t slots = 0;  ///< Half hours; 0: nobody has told any hours.
    bool today = false;     ///< False: closed today, these are of an earlier day.
    std::chrono::seconds utc_offset{};

    Instant begin_of(std::size_t slot) const
    {
        return from + half_hour * static_cast<std::int64_t>(slot);
    }
    Instant until() const { return begin_of(slots); }
    /// 0 at the left end of the axis, 1 at the right one; beyond them less and more.
    float share(Instant at) const;
    std::optional<std::size_t> slot_of(Instant at) const;
};

TrendHours trend_hours(const Snapshot& snapshot);

/// Null if the board has none of that day.
const Trend* trend_of(const Snapshot& snapshot, const Location& location, const std::string& date);

/// "2026-11-20" and back. Dates of trend rows are checked by the feed; another text is 1970.
std::chrono::sys_days day_named(const std::string& date);
std::string date_text(std::chrono::sys_days day);

/// How much later than today, by the clock on the wall, the half hours of an earlier day stand on
/// the board: an hour where the clocks were changed in between. The board does not tell the offset
/// of that day; a day that opens and closes by the same hour otherwise is taken for it.
Micros clock_change(const Snapshot& snapshot, const TrendHours& hours, std::chrono::sys_days date);

}  // namespace wallboard
