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

}  // namespace wallboard
