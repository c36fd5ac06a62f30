#include <algorithm>

#include "wallboard/model/desk/frame.hpp"
#include "wallboard/views/desk/desk_parts.hpp"
#include "wallboard/views/verdict_shape.hpp"
#include "wallboard/widgets/badge.hpp"
#include "wallboard/widgets/hatch.hpp"
#include "wallboard/widgets/marks.hpp"
#include "wallboard/widgets/text.hpp"
#include "wallboard/widgets/tile.hpp"

namespace wallboard::desk {
namespace {

constexpr float mark_size = 31;

void note(FigurePlaces& figures, const Box& box, const std::vector<FigureRef>& shown)
{
    if (!shown.empty()) figures.push_back({box, box, shown});
}

void draw_one(Canvas& canvas, const Tile& tile, const Box& box)
{
    const TileInk ink = draw_tile(canvas, box, tile.standing);
    const float left = content_left(box, tile.standing);
    const float right = box.right() - desk_padding;
    const Theme& theme = canvas.theme();
    float at_right = mark_size;
    if (tile.badge) {
        const float word = text_width(canvas, Face::medium, Step::one, tile.word.full);
        const float room = right - left - 20;
        const bool fits = word + badge_width(canvas, *tile.badge, BadgeHeight::low) <= room;
        const BadgeHeight height = fits ? BadgeHeight::low : BadgeHeight::narrow;
        draw_badge(canvas, *tile.badge, height, right - low_badge_pad, box.y + 42 + mark_size / 2);
        at_right = badge_width(canvas, *tile.badge, height);
    } else {
        draw_mark(canvas, mark_of(tile.standing), right - mark_size, box.y + 42, mark_size,
                  tile.standing == Standing::warning ? theme.warning : ink.text);
    }
    fitted_text(canvas, {Face::medium, Step::one, ink.quiet}, left, box.y + 42,
                right - left - at_right - 20, tile.word);
    const float figure = text_at_cap(canvas, {Face::bold, Step::three, ink.text}, left,
                                     box.bottom() - 48 - cap_of(Step::three), tile.figure);
    // Dropped, not cut, where the figure leaves no room.
    const float room = right - left - figure - 32;
    const auto& brief = tile.context.brief.empty() ? tile.context.full : tile.context.brief;
    if (text_width(canvas, Face::condensed_medium, Step::one, brief) > room) return;
    fitted_text(canvas, {Face::medium, Step::one, ink.quiet}, right,
                box.bottom() - 48 - cap_of(Step::one), room, tile.context, Align::right);
}

}  // namespace

void draw_tiles(Canvas& canvas, const std::vector<Tile>& tiles, const Box& box,
                FigurePlaces& figures)
{
    if (tiles.empty()) return;
    const auto n = static_cast<float>(tiles.size());
    const float width = (box.w - (n - 1) * desk_gap) / n;
    for (std::size_t i = 0; i < tiles.size(); ++i) {
        const Box at{box.x + static_cast<float>(i) * (width + desk_gap), box.y, width, box.h};
        draw_one(canvas, tiles[i], at);
        note(figures, at, tiles[i].figures);
    }
}

void draw_day_head(Canvas& canvas, const DayHead& day, FigurePlaces& figures)
{
    note(figures, day.box, day.figures);
    const Theme& theme = canvas.theme();
    draw_tile(canvas, day.box);
    const Box mark{day.box.x, day.box.y, day.box.h, day.box.h};
    if (day.standing == Standing::action) {
        canvas.fill(mark, theme.action, tile_corner, Round::left);
        const Step step = day.number.size() > 2 ? Step::two : Step::four;
        text_at_cap(canvas, {Face::bold, step, theme.on_action}, mark.x + mark.w / 2,
                    centred_cap(mark, step), day.number, Align::centre);
    } else if (day.standing == Standing::unknown) {
        canvas.fill(mark, theme.unknown, tile_corner, Round::left);
        draw_hatch(canvas, mark, theme.unknown, theme.hatch, HatchSize::small);
        const Box box = mark.inset(mark.w / 4, mark.h / 4);
        canvas.fill(box, theme.unknown, 8);
        text_at_cap(canvas, {Face::bold, Step::three, theme.on_unknown}, box.x + box.w / 2,
                    centred_cap(box, Step::three), "?", Align::centre);
    } else if (day.is_clear) {
        draw_ring_tick(canvas, mark.x + mark.w / 5, mark.y + mark.h / 5, mark.h * 0.6f, theme.text);
    } else if (!day.number.empty()) {
        text_at_cap(canvas, {Face::bold, Step::three, theme.text}, mark.x + mark.w / 2,
                    centred_cap(mark, Step::three), day.number, Align::centre);
    }
    const float left = mark.right() + desk_padding;
    const float right = day.box.right() - desk_padding;
    const float middle = day.box.y + day.box.h / 2;
    float figure = 0;
    if (!day.figure.empty()) {
        figure = text_at_cap(canvas, {Face::bold, Step::three, theme.text}, right, middle - 90,
                             day.figure, Align::right);
        figure =
            std::max(figure, fitted_text(canvas, {Face::regular, Step::one, theme.second}, right,
                                         middle + 44, 900, {day.figure_title, {}}, Align::right));
    }
    const float width = right - left - figure - desk_padding;
    fitted_text(canvas, {Face::bold, Step::three, theme.text}, left, middle - 90, width,
                {day.word, {}});
    fitted_text(canvas, {Face::medium, Step::one, theme.second}, left, middle + 44, width,
                day.sentence);
}

void draw_checklist(Canvas& canvas, const Checklist& list, FigurePlaces& figures)
{
    if (list.checks.empty() || list.box.empty()) return;
    draw_tile(canvas, list.box);
    const Theme& theme = canvas.theme();
    const float pitch = list.box.h / static_cast<float>(list.checks.size());
    Box row{list.box.x + desk_padding, list.box.y, list.box.w - 2 * desk_padding, pitch};
    for (const Check& check : list.checks) {
        if (row.y > list.box.y) canvas.hairline(row.x, row.y, row.w, theme.line);
        note(figures, {list.box.x, row.y, list.box.w, row.h}, check.figures);
        const float middle = row.y + row.h / 2;
        constexpr float side = 44;
        const Mark mark = check.mark == Mark::none ? mark_of(check.standing) : check.mark;
        draw_mark(canvas, mark, row.x, middle - side / 2, side,
                  check.standing == Standing::action    ? theme.action
                  : check.standing == Standing::warning ? theme.warning
                                                        : theme.text);
        float right = row.right();
        if (check.badge) {
            draw_badge(canvas, *check.badge, BadgeHeight::low, right - low_badge_pad, middle);
            right -= badge_width(canvas, *check.badge, BadgeHeight::low) + 32;
        } else if (!check.figure.empty()) {
            right -= text_at_cap(canvas, {Face::medium, Step::one, theme.text}, right,
                                 centred_cap(row, Step::one), check.figure, Align::right) +
                     32;
        }
        const float left = row.x + side + 44;
        const float top = check.detail.full.empty() ? centred_cap(row, Step::one) : middle - 40;
        fitted_text(canvas, {Face::bold, Step::one, theme.text}, left, top, right - left,
                    check.title);
        fitted_text(canvas, {Face::regular, Step::one, theme.second}, left, middle + 14,
                    right - left, check.detail);
        row.y += pitch;
    }
}

}  // namespace wallboard::desk
