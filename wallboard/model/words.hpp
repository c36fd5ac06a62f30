#pragma once

#include <cstdint>
#include <string>
#include <string_view>

#include "wallboard/model/instant.hpp"

namespace wallboard {

/// How figures read on the wall: the same everywhere, so that a glance is enough. A number that is
/// not known is "?", a share of nothing is "–"; neither is ever 0.
constexpr std::string_view nothing_offered = "\u2013";
constexpr std::string_view not_known = "?";

/// Thousands with a thin gap: "48 112". Minus is U+2212.
std::string count_text(std::int64_t n);

/// The same in a narrow cell: "99 999", "123 k", "7.6 M"; a figure is never cut.
std::string short_count_text(std::uint64_t n);

/// "22 of 26", each as short_count_text; where both would read the same and are not, what is
/// missing: "all but 2 000".
std::string share_text(std::uint64_t part, std::uint64_t whole);

/// One decimal, rounded half up, no sign: "93.7". "–" when `whole` is 0.
std::string percent_text(std::uint64_t part, std::uint64_t whole);

/// A duration that runs: "3:24" under an hour, "1:52:18" from an hour. Never negative, fractions
/// cut.
std::string duration_text(Micros d);

/// A large countdown: "9:32" under an hour, "3 h 07" from an hour.
std::string countdown_text(Micros d);

/// A duration in a sentence: "18 min 53 s", "2 h 05 min", "53 s".
std::string spoken_duration(Micros d);

/// The age of data: "0.4 s", "72 s", "5 min", "30 h", "9 d".
std::string age_text(Micros age);

/// Local times of a place with this offset now.
std::string clock_text(Instant at, std::chrono::seconds utc_offset);         ///< "14:07:42"
std::string hour_minute_text(Instant at, std::chrono::seconds utc_offset);   ///< "17:00"
std::string weekday_date_text(Instant at, std::chrono::seconds utc_offset);  ///< "Tue 24 Nov"

/// "11:02", or with the weekday when it was not on the local day of `now`: "Mon 15:42"; a week and
/// more back with the date: "13 Nov 15:42".
std::string when_text(Instant at, Instant now, std::chrono::seconds utc_offset);

/// "1 message", "3 messages".
std::string counted(std::uint64_t n, std::string_view one, std::string_view many);

}  // namespace wallboard
