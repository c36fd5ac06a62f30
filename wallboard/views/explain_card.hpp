#pragma once

#include "wallboard/model/explain/explain_card.hpp"
#include "wallboard/widgets/canvas.hpp"

namespace wallboard {

/// The layer of texts that lie over a page and its banner.
constexpr int explain_layer = 2;

/// The box that the card wants, at the top left of `room` and never larger: as wide as the room up
/// to the width of easy reading, as high as its content. Where the room is too low things are
/// dropped, in this order: other definitions, limits, the sum, the last lines of the sentence.
Box explain_card_box(const Canvas& canvas, const ExplainCard& card, const Box& room);

/// Draws the card into `box`, framed in the colour of the focus, on a layer of its own.
void draw_explain_card(Canvas& canvas, const ExplainCard& card, const Box& box);

/// Dims `page` but for `lit`; the frame is around its `cell`, or around all of it without one. An
/// empty `lit` dims all.
void draw_dimmed_around(Canvas& canvas, const Box& page, const Box& lit, const Box& cell);

/// The line from what is lit to the card that explains it; nothing where the card lies over it.
void draw_tie(Canvas& canvas, const Box& lit, const Box& card);

}  // namespace wallboard
