#pragma once

#include <chrono>

#include "wallboard/model/instant.hpp"

namespace wallboard {

/// How long something took, whatever happened to anybody's clock.
using Steady = std::chrono::steady_clock;

inline Micros between(Steady::time_point from, Steady::time_point to)
{
    return std::chrono::duration_cast<Micros>(to - from);
}

}  // namespace wallboard
