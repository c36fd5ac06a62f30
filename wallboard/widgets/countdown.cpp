#include "wallboard/widgets/countdown.hpp"

#include <algorithm>

namespace wallboard {

void draw_countdown_bar(Canvas& canvas, const Box& box, float progress, Colour colour)
{
    constexpr float height = 12;
    const Box track{box.x, box.bottom() - height, box.w, height};
    canvas.fill(track, canvas.theme().raised);
    canvas.fill({track.x, track.y, track.w * std::clamp(progress, 0.0f, 1.0f), height}, colour);
}

}  // namespace wallboard
