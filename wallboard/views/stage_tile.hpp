#pragma once

#include "wallboard/model/departures_view.hpp"
#include "wallboard/widgets/canvas.hpp"

namespace wallboard {

/// One count of a duty's way, with a chevron to the next.
void draw_stage_tile(Canvas& canvas, const Stage& stage);

}  // namespace wallboard
