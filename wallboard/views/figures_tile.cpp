#include "wallboard/views/figures_tile.hpp"

#include <algorithm>

#include "wallboard/widgets/badge.hpp"
#include "wallboard/widgets/text.hpp"
#include "wallboard/widgets/tile.hpp"

namespace wallboard {
namespace {

constexpr float block_height = 62 + 24 + 31;  // Figure, gap, label.

float width_of(const Canvas& canvas, const BigFigure& figure)
{
    return std::max(text_width(canvas, Face::bold, Step::two, figure.figure),
                    text_width(canvas, Face::condensed, Step::one, figure.label));
}

void draw_figure(Canvas& canvas, const BigFigure& figure, const Box& tile, float x, Align align)
{
    const float top = tile.y + (tile.h - block_height) / 2;
    const Theme& theme = canvas.theme();
    text_at_cap(canvas, {Face::bold, Step::two, colour_of(theme, figure.tone)}, x, top,
                figure.figure, align);
    text_at_cap(canvas, {Face::condensed, Step::one, theme.second}, x, top + 62 + 24, figure.label,
                align);
}

float draw_title(Canvas& canvas, const DayFigures& day, float x)
{
    const Theme& theme = canvas.theme();
    const float top = day.box.y + (day.box.h - 78) / 2;
    const float first =
        text_at_cap(canvas, {Face::condensed, Step::one, theme.third}, x, top, day.title);
    const std::string text = (day.some_unknown ? "? " : "") + day.subtitle;
    const Face face = day.some_unknown ? Face::condensed_bold : Face::condensed;
    const Colour colour = day.some_unknown ? theme.text : theme.third;
    return std::max(first, text_at_cap(canvas, {face, Step::one, colour}, x, top + 47, text));
}

}  // namespace

void draw_day_tile(Canvas& canvas, const DayFigures& day, bool upright)
{
    if (day.box.empty() || day.figures.empty()) return;
    draw_tile(canvas, day.box);
    float x = day.box.x + tile_padding;
    const float right = day.box.right() - (upright ? tile_padding : 48);
    float total = 0;
    for (const BigFigure& figure : day.figures) total += width_of(canvas, figure);
    auto gaps = static_cast<float>(day.figures.size());
    if (upright)
        gaps -= 1;
    else
        x += draw_title(canvas, day, x);
    const float gap = std::max(0.0f, (right - x - total) / std::max(1.0f, gaps));
    if (!upright) x += gap;
    for (const BigFigure& figure : day.figures) {
        const float width = width_of(canvas, figure);
        draw_figure(canvas, figure, day.box, upright ? x : x + width,
                    upright ? Align::left : Align::right);
        x += width + gap;
    }
}

void draw_unreturned_tile(Canvas& canvas, const Unreturned& unreturned)
{
    const Box& box = unreturned.box;
    if (box.empty()) return;
    draw_tile(canvas, box);
    draw_figure(canvas, unreturned.open, box, box.x + tile_padding, Align::left);
    const float right = box.right() - tile_padding;
    if (unreturned.countdown) draw_figure(canvas, *unreturned.countdown, box, right, Align::right);
    if (!unreturned.badge) return;
    const float width = badge_width(canvas, *unreturned.badge, BadgeHeight::tall);
    const float badge_right = unreturned.countdown ? box.x + (box.w + width) / 2 : right;
    draw_badge(canvas, *unreturned.badge, BadgeHeight::tall, badge_right, box.y + box.h / 2);
}

}  // namespace wallboard
