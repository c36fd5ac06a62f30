#include "wallboard/model/layout.hpp"

#include <algorithm>

namespace wallboard {

Layout layout_for(float w_u, float h_u)
{
    if (w_u >= 1856 && h_u >= 1040) return {Shape::wide, w_u, h_u};
    if (w_u >= 1040 && h_u >= 1840) return {Shape::upright, w_u, h_u};
    return {Shape::far, w_u, h_u};
}

FarPlaces place_far(const Layout& layout)
{
    constexpr float hero_most = 260;
    constexpr float hero_least = 150;
    constexpr float list_least = 2 * hairline_row_pad + 2 * 53;
    const float room = layout.h - page_bottom - below_header;
    const bool list = room >= 2 * hero_least + 2 * tile_gap + list_least;
    float hero = (room - tile_gap) / 2;
    if (list) hero = std::min(hero_most, (room - 2 * tile_gap - list_least) / 2);
    hero = std::min(hero, hero_most);
    FarPlaces at;
    at.first = columns(layout.w, 0, 12, below_header, hero);
    at.second = columns(layout.w, 0, 12, below_header + hero + tile_gap, hero);
    if (list) {
        const float y = at.second.bottom() + tile_gap;
        at.list = columns(layout.w, 0, 12, y, layout.h - page_bottom - y);
    }
    return at;
}

}  // namespace wallboard
