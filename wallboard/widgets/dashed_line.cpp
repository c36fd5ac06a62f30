#include "wallboard/widgets/dashed_line.hpp"

#include <algorithm>
#include <array>
#include <cmath>

namespace wallboard {

void draw_dashed_line(Canvas& canvas, Point from, Point to, Colour colour, Dash dash)
{
    const float length = std::hypot(to.x - from.x, to.y - from.y);
    if (length <= 0) return;
    const auto along = [&](float way) {
        const float share = std::min(way, length) / length;
        return Point{from.x + (to.x - from.x) * share, from.y + (to.y - from.y) * share};
    };
    const float pitch = dash.on + dash.off;
    for (float way = 0; way < length; way += pitch)
        canvas.stroke(std::array{along(way), along(way + dash.on)}, colour, dash.thickness);
}

}  // namespace wallboard
