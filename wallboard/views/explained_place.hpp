#pragma once

#include "wallboard/views/card_place.hpp"
#include "wallboard/views/wall.hpp"

namespace wallboard {

/// The tile, or the row of a table and its cell, where a page shows the figure; without a size
/// where it shows it nowhere (what did not fit, the age of the figures).
Lit explained_place(const PageView& page, const FigureRef& ref);

/// The card over the page, beside the figure (card_place.hpp).
void draw_explanation(Canvas& canvas, const PageView& page, const ExplainCard& card);

}  // namespace wallboard
