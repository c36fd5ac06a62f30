#pragma once

#include "wallboard/model/live_view.hpp"
#include "wallboard/widgets/canvas.hpp"

namespace wallboard {

/// The totals of the day, spread over the tile. `upright` has no room for the title.
void draw_day_tile(Canvas& canvas, const DayFigures& day, bool upright);

/// Unreturned messages: the number, the badge or the time that is left.
void draw_unreturned_tile(Canvas& canvas, const Unreturned& unreturned);

}  // namespace wallboard
