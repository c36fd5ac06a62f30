#pragma once

#include "wallboard/model/plot.hpp"
#include "wallboard/widgets/canvas.hpp"

namespace wallboard {

/// A line in pieces; a piece of one point is a dot. No colour for a threshold: trend is told by
/// shape.
void draw_line_plot(Canvas& canvas, const Box& field, const LinePlot& plot);

}  // namespace wallboard
