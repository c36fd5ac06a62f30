#pragma once

#include "wallboard/model/end_of_day_view.hpp"
#include "wallboard/widgets/canvas.hpp"

namespace wallboard {

/// The verdict as a shape that is read across a room: ring with tick, number on red, hatched "?".
void draw_verdict_block(Canvas& canvas, const EndOfDayView& view);

/// The same for another office, with its left edge at x; returns its width.
float draw_verdict_glyph(Canvas& canvas, const Office& office, float x, float middle);

float verdict_glyph_width(const Canvas& canvas, const Office& office);

}  // namespace wallboard
