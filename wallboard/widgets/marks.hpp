#pragma once

#include "wallboard/model/view_words.hpp"
#include "wallboard/widgets/canvas.hpp"

namespace wallboard {

/// The usual side of the marks of operators.
constexpr float operator_square = 22;

/// Draws a mark in the square of side `size` at (x, y). Marks are shapes, never glyphs: Roboto has
/// no arrows and no ticks. A question mark is the one that is a glyph, in the step whose capitals
/// are nearest to `size`; Mark::none draws nothing.
void draw_mark(Canvas& canvas, Mark mark, float x, float y, float size, Colour colour);

/// ">": what comes next, in the box.
void draw_chevron(Canvas& canvas, const Box& box, Colour colour);

/// The verdict CLEAR: a ring with a tick, `size` high.
void draw_ring_tick(Canvas& canvas, float x, float y, float size, Colour colour);

}  // namespace wallboard
