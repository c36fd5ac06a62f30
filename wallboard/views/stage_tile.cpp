#include "wallboard/views/stage_tile.hpp"

#include <algorithm>

#include "wallboard/widgets/badge.hpp"
#include "wallboard/widgets/marks.hpp"
#include "wallboard/widgets/text.hpp"
#include "wallboard/widgets/tile.hpp"

namespace wallboard {

void draw_stage_tile(Canvas& canvas, const Stage& stage)
{
    const Box& box = stage.box;
    if (box.empty()) return;
    constexpr float chevron_width = 17;
    constexpr float chevron_height = 44;
    constexpr float cap = cap_of(Step::one);
    const TileInk ink = draw_tile(canvas, box, stage.standing);
    const Theme& theme = canvas.theme();
    const float left = content_left(box, stage.standing);
    const float width = box.right() - tile_padding - left;
    fitted_text(canvas, {Face::regular, Step::one, ink.quiet}, left, box.y + tile_padding, width,
                {stage.label, {}});
    const Colour figure = stage.tone == Tone::text ? ink.text : colour_of(theme, stage.tone);
    const float below = box.bottom() - tile_padding - cap;
    constexpr float figure_line = 1.3f * cap_of(Step::three);
    text_at_cap(canvas, {Face::bold, Step::three, figure}, left,
                std::min(centred_cap(box, Step::three), below - figure_line), stage.figure);
    if (stage.badge) {
        const float badge = badge_width(canvas, *stage.badge, BadgeHeight::narrow);
        draw_badge(canvas, *stage.badge, BadgeHeight::narrow, left + badge - low_badge_pad,
                   below + cap / 2);
    } else {
        const Colour quiet = stage.standing == Standing::unknown ? ink.quiet : theme.third;
        fitted_text(canvas, {Face::condensed, Step::one, quiet}, left, below, width,
                    {stage.below, {}});
    }
    if (!stage.leads_on) return;
    draw_chevron(canvas,
                 {box.right() - chevron_width - 12, box.y + (box.h - chevron_height) / 2,
                  chevron_width, chevron_height},
                 theme.third);
}

}  // namespace wallboard
