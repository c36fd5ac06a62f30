#include "wallboard/widgets/share_bar.hpp"

#include <array>

#include "wallboard/model/share_scale.hpp"
#include "wallboard/widgets/hatch.hpp"

namespace wallboard {

void draw_share_bar(Canvas& canvas, const Box& field, const ShareBar& bar)
{
    constexpr float width = 15;
    constexpr float height = 26;
    constexpr float corner = 2;
    const Theme& theme = canvas.theme();
    float x = field.x;
    const float top = field.y + (field.h - height) / 2;
    for (std::size_t i = 0; i < bar.good; ++i, x += share_pitch)
        canvas.fill({x, top, width, height}, theme.third, corner);
    for (std::size_t i = 0; i < bar.wrong; ++i, x += share_pitch) {
        const std::array triangle{Point{x + width / 2, top}, Point{x + width + 2, top + height},
                                  Point{x - 2, top + height}};
        canvas.polygon(triangle, theme.warning_mark);
    }
    for (std::size_t i = 0; i < bar.unknown; ++i, x += share_pitch) {
        const Box block{x, top, width, height};
        draw_hatch(canvas, block, theme.unknown, theme.hatch, HatchSize::fine, corner);
        canvas.outline(block, theme.hatch, 2, corner);
    }
}

}  // namespace wallboard
