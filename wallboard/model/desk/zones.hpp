#pragma once

#include <optional>
#include <string>

#include "wallboard/model/instant.hpp"

namespace wallboard::desk {

/// What a clock's time stands for. Clocks that are changed skip some times, and show others twice.
struct ZoneTime {
    enum class Kind { once, twice, never, no_zone };
    Kind kind = Kind::no_zone;  ///< no_zone: the name is not known here.
    Instant at{};               ///< Of twice the earlier; of never when the clocks are put forward.
};

/// The calendar of time zones, by their IANA names: the model links none and is given one. Without
/// it a location's offset of now stands for all times, which is an hour wrong across a change.
struct Zones {
    /// `local`: since 1970-01-01 00:00 of that clock.
    ZoneTime (*resolve)(const std::string& zone, Micros local) = nullptr;
    /// What its clock shows less UTC; nothing: the name is not known.
    std::optional<std::chrono::seconds> (*offset)(const std::string& zone, Instant at) = nullptr;
};

}  // namespace wallboard::desk
