#pragma once

#include "wallboard/views/wall.hpp"

namespace wallboard {

/// The tile, or the row of a table, where a page shows the figure; without a size where it shows it
/// nowhere (what did not fit, the age of the figures).
Box explained_place(const PageView& page, const FigureRef& ref);

/// The card over the page, where it hides the figure least.
void draw_explanation(Canvas& canvas, const PageView& page, const ExplainCard& card);

}  // namespace wallboard
