#pragma once

#include <cstdint>
#include <string>
#include <vector>

#include "wallboard/model/instant.hpp"

namespace wallboard {

/// Raw counts of half an hour. A call counts where it began to wait, a message where it was left or
/// closed.
struct HalfHour {
    std::uint32_t offered = 0;
    std::uint32_t answered = 0;
    std::uint32_t abandoned = 0;  ///< Short ones included.
    std::uint32_t short_abandoned = 0;
    std::uint32_t answered_in_threshold = 0;
    std::uint32_t abandoned_in_threshold = 0;
    std::uint32_t left_otherwise = 0;  ///< Timed out, left by key, redirected.
    Micros longest_wait{};             ///< Of a finished wait.
    std::uint32_t messages_left = 0;
    std::uint32_t messages_closed = 0;
    std::uint32_t messages_open = 0;  ///< At its end; of the running one, now.
};

struct TimeSpan {
    Instant from{};
    Instant to{};  ///< not_said: not over.
};

/// One location's day in half hours.
struct Trend {
    std::string location_id;
    std::string business_date;  ///< "2026-11-20", local.
    Instant opens_at{};         ///< Business hours of that day; not_said: none.
    Instant closes_at{};
    Instant first{};  ///< When half_hours[0] begins.
    std::vector<HalfHour> half_hours;
    std::string service_level_variant;  ///< Empty where the location's queues differ.
    std::uint32_t service_level_s = 0;
    std::vector<TimeSpan> unseen;  ///< Counts are too small there; oldest first.
};

}  // namespace wallboard
