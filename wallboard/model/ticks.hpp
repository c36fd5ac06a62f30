#pragma once

#include <cstdint>
#include <string>
#include <vector>

#include "wallboard/model/trend_hours.hpp"

namespace wallboard {

/// A place on an axis with its number: 0 is the left end, or the foot, 1 the right one, or the top.
struct Tick {
    float at = 0;
    std::string text;
};

/// The widest digit of an axis (Roboto Condensed, step one), in u.
constexpr float axis_digit = 22;

/// The smallest round number with a round half that is not less than `most`, at least 4, so that a
/// single call is no peak.
std::uint64_t axis_top(std::uint64_t most);

/// 0, the half and the top, in one unit: "2.5 M", "5 M". Without room for it the half has no
/// number.
std::vector<Tick> count_ticks(std::uint64_t top, float height);

/// Percent from `foot`.
std::vector<Tick> percent_ticks(int foot, float height);

/// The u that the longest of these texts needs.
float ticks_width(const std::vector<Tick>& ticks);

/// Hours of the day on an axis of `width` u, at most ten: every one, or every second, third, … of
/// them, so that the last one is named too if that can be.
std::vector<Tick> hour_ticks(const TrendHours& hours, float width);

/// The hour of the day, or "8:30".
std::string hour_text(Instant at, std::chrono::seconds utc_offset);

}  // namespace wallboard
