#pragma once

#include "wallboard/model/plot.hpp"
#include "wallboard/widgets/canvas.hpp"

namespace wallboard {

/// Rows of cells whose lightness tells how much; names of the rows stand left of the field. Only
/// what is over its red limit has a colour, and a mark with it.
void draw_heat_map(Canvas& canvas, const Box& field, const HeatMap& map);

/// Lightness of a cell.
Colour heat_colour(const Theme& theme, float heat);

}  // namespace wallboard
