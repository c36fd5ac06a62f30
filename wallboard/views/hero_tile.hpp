#pragma once

#include "wallboard/model/hero.hpp"
#include "wallboard/widgets/canvas.hpp"

namespace wallboard {

/// One question of the top row: a word, one or two key figures with two lines each, perhaps a
/// sparkline.
void draw_hero_tile(Canvas& canvas, const Hero& hero);

}  // namespace wallboard
