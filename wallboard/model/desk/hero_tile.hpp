#pragma once

#include "wallboard/model/desk/page_parts.hpp"
#include "wallboard/model/hero.hpp"

namespace wallboard::desk {

/// A figure of the wall as a tile of the desk: the same word, number and standing. `at` is one of
/// the hero's figures; the last one, where it has fewer.
Tile tile_of(const Hero& hero, std::size_t at = 0);

}  // namespace wallboard::desk
