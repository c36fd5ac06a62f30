#pragma once

#include <string>
#include <string_view>

namespace callwatch {

/// Log levels of the settings, fewest lines first: "error", "warning", "info", "debug".
bool is_log_level(std::string_view word);

/// From here on spdlog's default logger writes to standard error, one line an entry: UTC time,
/// level, text; colours only on a terminal. `level` is one of the words above (CALLWATCH_CHECK).
///
/// What a caller or an employee could be known by is never logged at any level: ids of the
/// telephone system, tokens and counts are; numbers, names and free text are not. Text that came
/// from outside goes through loggable().
void set_up_logging(std::string_view level);

/// Longest text loggable() returns, in bytes.
constexpr std::size_t loggable_bytes_max = 200;

/// `text`, fit for a log line whatever it is: printable ASCII (a "?" for each other byte), every
/// run of 5 or more digits as "#", cut to loggable_bytes_max with "..." at its end. (Extensions
/// have up to 4 digits; anything longer may be somebody's number.)
std::string loggable(std::string_view text);

}  // namespace callwatch
