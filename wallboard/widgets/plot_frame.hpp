#pragma once

#include "wallboard/model/plot.hpp"
#include "wallboard/widgets/canvas.hpp"

namespace wallboard {

/// From shares of a field to its place on the page.
Point placed_in(const Box& field, const PlotPoint& point);

/// What lies under the figures: grid lines, base line, hatches of what was not seen.
void draw_plot_ground(Canvas& canvas, const PlotFrame& frame);

/// What lies over them: numbers of the axes, now, the threshold, "?", words.
void draw_plot_marks(Canvas& canvas, const PlotFrame& frame);

/// A "?" that is read on any ground, in the middle of a hatched box.
void draw_question(Canvas& canvas, const Box& box);

}  // namespace wallboard
