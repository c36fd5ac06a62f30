#pragma once

#include "wallboard/widgets/canvas.hpp"

namespace wallboard {

/// A limit: dashes down the box, which is as wide as the line is thick.
void draw_dashed_line(Canvas& canvas, const Box& line, Colour colour);

}  // namespace wallboard
