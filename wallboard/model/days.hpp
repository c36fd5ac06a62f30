#pragma once

#include "wallboard/model/snapshot.hpp"

namespace wallboard {

/// Requirement TS-7: the countdown begins an hour before close, takes the whole screen in the last
/// ten minutes, and the verdict keeps it until it is signed, at most half an hour.
constexpr Micros countdown_from = std::chrono::minutes{60};
constexpr Micros full_screen_from = std::chrono::minutes{10};
constexpr Micros full_screen_until = std::chrono::minutes{30};

/// The check that is of interest now: while the location is open that of its business date; else
/// the last one of the past 15 hours. Null if there is none.
const Day* day_of(const Snapshot& snapshot, const Location& location, Instant now);

/// When the day is judged: the check itself, or the close as long as there is no row; not_said
/// without hours.
Instant check_time(const Day* day, const Location& location);

/// A verdict that stands: said, and every source had passed the check. Never true for a doubt.
bool is_settled(const Day& day);

/// True if every location that is monitored has made its check of the day, and it is settled.
bool all_settled(const Snapshot& snapshot);

/// What may be called clear: said, settled and monitored. Everything else that is not proved is
/// unknown.
Verdict shown_verdict(const Day& day);

}  // namespace wallboard
