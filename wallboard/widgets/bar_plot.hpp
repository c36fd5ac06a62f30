#pragma once

#include <span>

#include "wallboard/model/plot.hpp"
#include "wallboard/widgets/canvas.hpp"

namespace wallboard {

/// Stacked bars: answered, abandoned on top and brighter, who still waits in outline above. What
/// is not nothing can be seen, however small.
void draw_bar_plot(Canvas& canvas, const Box& field, std::span<const Bar> bars);

}  // namespace wallboard
