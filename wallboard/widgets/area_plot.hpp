#pragma once

#include "wallboard/model/plot.hpp"
#include "wallboard/widgets/canvas.hpp"

namespace wallboard {

/// A line with the area under it, and dashed what was promised.
void draw_area_plot(Canvas& canvas, const Box& field, const AreaPlot& plot);

}  // namespace wallboard
