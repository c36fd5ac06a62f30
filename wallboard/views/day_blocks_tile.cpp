#include "wallboard/views/day_blocks_tile.hpp"

#include "wallboard/widgets/badge.hpp"
#include "wallboard/widgets/block.hpp"
#include "wallboard/widgets/dashed_line.hpp"
#include "wallboard/widgets/text.hpp"
#include "wallboard/widgets/tile.hpp"

namespace wallboard {
namespace {

constexpr float cap = cap_of(Step::one);
constexpr float under_line = 16;
constexpr float beside_line = 24;

/// The limit's words, beside its line or at the right of the title; returns what is left of the
/// title's line.
float draw_limit(Canvas& canvas, const DayBlocks& days, float right)
{
    const TextStyle style{Face::condensed, Step::one, canvas.theme().second};
    if (days.limit) {
        const float x = days.limit->x + days.limit->w / 2;
        draw_dashed_line(canvas, {x, days.limit->y}, {x, days.limit->bottom()},
                         canvas.theme().second, {9, 6, days.limit->w});
    }
    if (days.limit_words.empty()) return right;
    if (days.words_beside_it) {
        const float x = days.limit->right() + beside_line;
        fitted_text(canvas, style, x, days.limit->y, right - x, {days.limit_words, {}});
        return right;
    }
    return right - beside_line -
           text_at_cap(canvas, style, right, days.box.y + tile_padding, days.limit_words,
                       Align::right);
}

void draw_column(Canvas& canvas, const DayColumn& column, Colour ink)
{
    for (const Block& block : column.blocks)
        draw_block(canvas, block.box, block.standing, block.figure);
    canvas.fill(column.foot, canvas.theme().line);
    const std::string& brief = column.label.brief.empty() ? column.label.full : column.label.brief;
    const bool fits =
        text_width(canvas, Face::condensed, Step::one, column.label.full) <= column.foot.w + 8;
    text_at_cap(canvas, {Face::condensed, Step::one, ink}, column.foot.x + column.foot.w / 2,
                column.foot.bottom() + under_line, fits ? column.label.full : brief, Align::centre);
}

}  // namespace

void draw_day_blocks_tile(Canvas& canvas, const DayBlocks& days)
{
    if (days.box.empty()) return;
    const TileInk ink = draw_tile(canvas, days.box, days.standing);
    const float left = content_left(days.box, days.standing);
    const float top = days.box.y + tile_padding;
    float right = days.box.right() - tile_padding;
    if (days.badge) {
        draw_badge(canvas, *days.badge, BadgeHeight::narrow, right - low_badge_pad, top + cap / 2);
        right -= badge_width(canvas, *days.badge, BadgeHeight::narrow) + beside_line;
    }
    right = draw_limit(canvas, days, right);
    fitted_text(canvas, {Face::condensed, Step::one, ink.quiet}, left, top, right - left,
                {days.title, "workdays since"});
    for (const DayColumn& column : days.columns) draw_column(canvas, column, ink.quiet);
}

}  // namespace wallboard
