#pragma once

#include <chrono>
#include <optional>
#include <string_view>

#include "daemon/model/organisation.hpp"

namespace callwatch {

/// "08:00", from 00:00 to 24:00. Nothing if it is not that.
std::optional<std::chrono::seconds> parse_time_of_day(std::string_view text);

/// "08:00-17:00": from before to, at most 24:00. Nothing if it is not that.
std::optional<DayHours> parse_day_hours(std::string_view text);

}  // namespace callwatch
