#pragma once

#include <string>

#include "wallboard/model/snapshot.hpp"
#include "wallboard/model/view_words.hpp"

namespace wallboard {

/// " EST" where a location's zone is not that of the clock on the page; else empty.
std::string zone_suffix(const Snapshot& snapshot, const Location& location);

/// "closed 17:00 EST", "opens Wed 08:00", "closed": for a location that is not open.
std::string closed_words(const Snapshot& snapshot, const Location& location, Instant now);

/// The same, and "closed" where that has no room.
Label closed_label(const Snapshot& snapshot, const Location& location, Instant now);

}  // namespace wallboard
