#pragma once

#include "wallboard/views/explain_card.hpp"

namespace wallboard {

/// What stays lit under a card: the tile or the row that shows the figure, and in a row its cell.
/// Without a size: it is shown nowhere, or all of it is the figure.
struct Lit {
    Box box;
    Box cell;
};

/// Where the card goes, inside `room`: below what is lit, above it, at its right or left; the
/// fullest card that has room comes first, in that order of places. It lies over what it explains
/// where it would have to leave out the sum or what the figure is judged by: the card names what
/// it explains, and nothing else says how.
Box card_place(const Canvas& canvas, const ExplainCard& card, const Box& lit, const Box& room);

/// Dims `page` but for what is lit, and draws the card with a line to it.
void draw_card_beside(Canvas& canvas, const ExplainCard& card, const Lit& lit, const Box& page,
                      const Box& room);

}  // namespace wallboard
