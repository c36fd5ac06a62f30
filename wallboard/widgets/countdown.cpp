#include "wallboard/widgets/countdown.hpp"

#include <algorithm>

#include "wallboard/widgets/tile.hpp"

namespace wallboard {

void draw_countdown_bar(Canvas& canvas, const Box& tile, float progress, Colour colour)
{
    constexpr float height = 12;
    const Box track{tile.x, tile.bottom() - height, tile.w, height};
    canvas.fill(track, canvas.theme().raised, tile_corner, Round::bottom);
    const float filled = track.w * std::clamp(progress, 0.0f, 1.0f);
    if (filled >= 1) canvas.fill({track.x, track.y, filled, height}, colour, tile_corner, Round::bottom);
}

}  // namespace wallboard
