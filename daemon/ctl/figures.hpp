#pragma once

#include <cstdint>
#include <optional>
#include <string>

namespace callwatch::ctl {

/// "3:24", from an hour "2:52:18"; whole seconds, cut, never rounded up. Below zero: "0:00".
std::string duration(std::int64_t milliseconds);

/// "48 112".
std::string count(std::uint64_t value);

/// Parts of a hundred with one decimal, cut and never rounded up (99.96 is not all): 980 of 999
/// is 98.0. Nothing if `whole` is 0: nothing offered is not 0 %.
std::optional<double> percentage(std::uint64_t part, std::uint64_t whole);

/// "98.0 %", or "–" for nothing.
std::string percent(std::optional<double> value);

/// A figure of data that is not known any more: "7?" is the last one known. Nothing and zero would
/// look like an all-clear and are only "?".
std::string last_known(const std::string& figure);

}  // namespace callwatch::ctl
