#pragma once

#include "wallboard/widgets/canvas.hpp"

namespace wallboard {

/// Stripes at 45 degrees. Fine: 2 u every 7 u, for a glyph; small: 3 u every 14 u, for rows and
/// tiles; large: 12 u every 34 u, for a verdict.
enum class HatchSize { fine, small, large };

/// Fills the box with `ground` and draws stripes on it: the pattern that means "not known".
void draw_hatch(Canvas& canvas, const Box& box, Colour ground, Colour stripe, HatchSize size,
                float corner = 0, Round round = Round::all);

}  // namespace wallboard
