#pragma once

#include <cstdint>
#include <vector>

#include "wallboard/model/trend_hours.hpp"

namespace wallboard {

/// One half hour of the axis, summed over the locations that are monitored.
struct TrendSlot {
    HalfHour counts;      ///< Sums stop at the largest number instead of beginning anew.
    bool told = false;    ///< Some location's row reaches here.
    bool unseen = false;  ///< Something was not seen: counts are too small.
};

/// Who has not ended to wait, as far as counts tell.
std::uint64_t waiting_in(const HalfHour& counts);

/// Today on the axis, from its left end to now. Calls that began to wait outside of it are not in
/// it.
struct TrendDay {
    TrendHours hours;
    std::vector<TrendSlot> slots;  ///< The last one is running, unless the axis is over.
    bool running = false;
    /// Open messages when each half hour begins and when the last one ends, or now: one more than
    /// slots. What a location that tells nothing yet owes now it has owed all day.
    std::vector<std::uint64_t> open;
    std::uint64_t open_now = 0;  ///< Of the locations that are known.
    std::size_t locations = 0;   ///< Monitored ones.
    std::size_t unknown = 0;     ///< Of these.
    bool told = false;           ///< Some location has a row of today.
    bool same_service_level = true;
    std::string service_level_variant;  ///< Where all that were called agree; else empty.
    std::uint32_t service_level_s = 0;

    bool all_unknown() const { return locations > 0 && unknown == locations; }
};

TrendDay make_trend_day(const Snapshot& snapshot, Instant now);

/// Adds counts, and keeps the longer wait. Messages open are not added: they are not counts.
void add(const HalfHour& counts, HalfHour& sum);

/// From when to when, seen at `now`.
struct Stretch {
    Instant from{};
    Instant to{};
    Instant now{};
};

/// True if something was not seen between the two, as that day's row tells it.
bool is_unseen(const Trend& row, const Stretch& stretch);

/// True if the location has not been heard of since some time in it.
bool is_unheard(const Snapshot& snapshot, const Location& location, const Stretch& stretch);

}  // namespace wallboard
