#include "wallboard/views/figures_tile.hpp"

#include <algorithm>
#include <string>
#include <vector>

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

/// The two lines at the left of the day's figures; the second has a brief form.
struct Title {
    TextStyle first;
    TextStyle second;
    std::string text;
    float width;
};

Title make_title(const Canvas& canvas, const DayFigures& day, bool brief)
{
    const Theme& theme = canvas.theme();
    Title title{{Face::condensed, Step::one, theme.third},
                {Face::condensed, Step::one, theme.third},
                {},
                0};
    title.text = brief ? day.subtitle.brief : day.subtitle.full;
    if (day.some_unknown) {
        title.second = {Face::condensed_bold, Step::one, theme.text};
        title.text = "? " + title.text;
    }
    title.width = std::max(text_width(canvas, title.first.face, Step::one, day.title),
                           text_width(canvas, title.second.face, Step::one, title.text));
    return title;
}

constexpr float least_gap = 24;

float total_of(const Canvas& canvas, const std::vector<BigFigure>& figures)
{
    float total = 0;
    for (const BigFigure& figure : figures) total += width_of(canvas, figure);
    return total;
}

/// What gives way when the numbers grow: the abandoned, then the last figure.
void drop_until(const Canvas& canvas, std::vector<BigFigure>& figures, float room)
{
    while (figures.size() > 1 &&
           total_of(canvas, figures) + least_gap * static_cast<float>(figures.size()) > room)
        figures.erase(figures.begin() + (figures.size() > 2 ? 2 : 1));
}

}  // namespace

void draw_day_tile(Canvas& canvas, const DayFigures& day, bool upright)
{
    if (day.box.empty() || day.figures.empty()) return;
    draw_tile(canvas, day.box);
    const float left = day.box.x + tile_padding;
    const float right = day.box.right() - (upright ? tile_padding : 48);
    std::vector<BigFigure> figures = day.figures;
    float x = left;
    if (upright) {
        drop_until(canvas, figures, right - left + least_gap);
    } else {
        Title title = make_title(canvas, day, false);
        const float wanted =
            total_of(canvas, figures) + least_gap * static_cast<float>(figures.size());
        if (title.width + wanted > right - left) title = make_title(canvas, day, true);
        drop_until(canvas, figures, right - left - title.width);
        const float top = day.box.y + (day.box.h - 78) / 2;
        text_at_cap(canvas, title.first, x, top, day.title);
        text_at_cap(canvas, title.second, x, top + 47, title.text);
        x += title.width;
    }
    const auto gaps = static_cast<float>(figures.size()) - (upright ? 1.0f : 0.0f);
    const float gap =
        std::max(0.0f, (right - x - total_of(canvas, figures)) / std::max(1.0f, gaps));
    if (!upright) x += gap;
    for (const BigFigure& figure : figures) {
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
    const float left = box.x + tile_padding;
    const float right = box.right() - tile_padding;
    draw_figure(canvas, unreturned.open, box, left, Align::left);
    if (unreturned.countdown) draw_figure(canvas, *unreturned.countdown, box, right, Align::right);
    if (!unreturned.badge) return;
    Badge badge = *unreturned.badge;
    const float from = left + width_of(canvas, unreturned.open) + least_gap;
    const float to =
        unreturned.countdown ? right - width_of(canvas, *unreturned.countdown) - least_gap : right;
    float width = badge_width(canvas, badge, BadgeHeight::tall);
    if (width > to - from && !badge.figure.empty()) {
        badge.word.clear();  // The figure and its mark are left.
        width = badge_width(canvas, badge, BadgeHeight::tall);
    }
    const float badge_right = unreturned.countdown ? (from + to + width) / 2 : right;
    draw_badge(canvas, badge, BadgeHeight::tall, badge_right, box.y + box.h / 2);
}

}  // namespace wallboard
