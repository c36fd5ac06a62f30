#pragma once

#include "wallboard/model/departures_view.hpp"
#include "wallboard/widgets/canvas.hpp"

namespace wallboard {

/// Blocks on one another by days, and the dashed line past which they are red.
void draw_day_blocks_tile(Canvas& canvas, const DayBlocks& days);

}  // namespace wallboard
