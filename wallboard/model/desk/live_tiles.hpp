#pragma once

#include "wallboard/model/desk/page_parts.hpp"
#include "wallboard/model/live_parts.hpp"

namespace wallboard::desk {

/// Longest wait, operators, number waiting, unreturned, and what was offered today: alarm first. In
/// a narrow window the figures of the day have no place.
std::vector<Tile> make_live_tiles(const LiveInput& in, bool narrow);

}  // namespace wallboard::desk
