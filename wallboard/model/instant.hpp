#pragma once

#include <chrono>

namespace wallboard {

using Micros = std::chrono::microseconds;

/// A time as the board says it: microseconds since 1970-01-01 UTC.
using Instant = std::chrono::sys_time<Micros>;

/// 0 on the wire means "not said"; no telephone rang in 1970.
constexpr Instant not_said{};

constexpr bool said(Instant at) { return at != not_said; }

}  // namespace wallboard
