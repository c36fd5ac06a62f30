#pragma once

#include "wallboard/model/frame_view.hpp"
#include "wallboard/widgets/canvas.hpp"

namespace wallboard {

/// Age of the data and date under an upright page; draws nothing without a box.
void draw_footline(Canvas& canvas, const Footline& footline);

}  // namespace wallboard
