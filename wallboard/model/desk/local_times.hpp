#pragma once

#include <string>

#include "wallboard/model/desk/knowledge.hpp"

namespace wallboard::desk {

/// What the clock of a location shows less UTC, at a time that may lie beyond a change of clocks.
std::chrono::seconds offset_at(const Knowledge& known, const std::string& location, Instant at);

/// "2026-11-30"; empty for a time that was not said.
std::string local_date(const Knowledge& known, const std::string& location, Instant at);

/// "2026-11-30 09:00" as it is typed; empty for a time that was not said.
std::string local_text(const Knowledge& known, const std::string& location, Instant at);

/// What a time of a location's clock stands for, `local` being since 1970-01-01 00:00 of that
/// clock. Unknown without the location.
ZoneTime resolve(const Knowledge& known, const std::string& location, Micros local);

}  // namespace wallboard::desk
