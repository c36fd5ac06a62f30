#pragma once

#include "wallboard/widgets/canvas.hpp"

namespace wallboard {

/// A bar of 12 u along the foot of a box that fills towards the deadline; `progress` is 0..1.
void draw_countdown_bar(Canvas& canvas, const Box& box, float progress, Colour colour);

}  // namespace wallboard
