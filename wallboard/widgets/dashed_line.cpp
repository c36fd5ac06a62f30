#include "wallboard/widgets/dashed_line.hpp"

#include <algorithm>

namespace wallboard {

void draw_dashed_line(Canvas& canvas, const Box& line, Colour colour)
{
    constexpr float dash = 9;
    constexpr float pitch = 15;
    for (float y = line.y; y < line.bottom(); y += pitch)
        canvas.fill({line.x, y, line.w, std::min(dash, line.bottom() - y)}, colour);
}

}  // namespace wallboard
