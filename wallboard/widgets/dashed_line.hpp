#pragma once

#include "wallboard/widgets/canvas.hpp"

namespace wallboard {

struct Dash {
    float on = 8;
    float off = 8;
    float thickness = 3;
};
constexpr Dash dashes{};
constexpr Dash dots{4, 8, 3};

/// Begins with a whole dash; the last one may be shorter.
void draw_dashed_line(Canvas& canvas, Point from, Point to, Colour colour, Dash dash = dashes);

}  // namespace wallboard
