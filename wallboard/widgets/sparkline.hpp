#pragma once

#include <cstdint>
#include <span>

#include "wallboard/widgets/canvas.hpp"

namespace wallboard {

/// One step per value, oldest at the left, filled faintly over a base line. No threshold colour:
/// trend is told by shape. The top of the box is the largest value, at least 4, so that a single
/// call is no peak.
void draw_sparkline(Canvas& canvas, const Box& box, std::span<const std::uint32_t> values,
                    Colour colour);

/// The same as a line from value to value; `top` is the value at the upper edge, and what is above
/// it is drawn there. For many of them under one another with one scale.
void draw_line(Canvas& canvas, const Box& box, std::span<const std::uint32_t> values,
               std::uint32_t top, Colour colour);

}  // namespace wallboard
