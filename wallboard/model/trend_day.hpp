#pragma once

#include <cstdint>
#include <optional>
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

/// Today on the axis, from its left end to now, or all of it (whole_trend_day). Calls that began to
/// wait outside of it are not in it.
struct TrendDay {
    TrendHours hours;
    std::vector<TrendSlot> slots;  ///< The last one is running, unless the axis is over.
    bool running = false;
    /// Open messages when each half hour begins and when the last one ends, or now: one more than
    /// slots. What a location that tells nothing yet owes now it has owed all day.
    std::vector<std::uint64_t> open;
    std::uint64_t open_now = 0;             ///< Of the locations that are known.
    std::uint64_t owed_now = 0;             ///< Of all: of an unknown one what it owed last.
    std::size_t locations = 0;              ///< Monitored ones.
    std::size_t unknown = 0;                ///< Of these.
    bool told = false;                      ///< Some location has a row of today.
    std::optional<Instant> unseen_since{};  ///< Something has not been seen since then, till now.
    bool same_service_level = true;
    std::string service_level_variant;  ///< Where all that were called agree; else empty.
    std::uint32_t service_level_s = 0;

    bool all_unknown() const { return locations > 0 && unknown == locations; }
};

/// As the board alone tells it: the whole axis, as if it were over and what is unseen till now had
/// been seen.
TrendDay whole_trend_day(const Snapshot& snapshot);

/// The same up to now. A linked board has the whole day (links.hpp).
TrendDay make_trend_day(const Snapshot& snapshot, Instant now);

/// Adds counts, and keeps the longer wait. Messages open are not added: they are not counts.
void add(const HalfHour& counts, HalfHour& sum);

/// True if something was not seen between the two and is over, as that day's row tells it.
bool was_unseen(const Trend& row, Instant from, Instant to);

/// Since when something is not seen: the sooner of `since` and what the row tells, or what is not
/// heard of the location.
void note_unseen(const Trend& row, std::optional<Instant>& since);
void note_unheard(const Snapshot& snapshot, const Location& location,
                  std::optional<Instant>& since);

}  // namespace wallboard
