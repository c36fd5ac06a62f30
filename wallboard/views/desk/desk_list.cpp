#include <algorithm>
#include <array>

#include "wallboard/model/desk/frame.hpp"
#include "wallboard/views/desk/desk_parts.hpp"
#include "wallboard/views/desk/lamp.hpp"
#include "wallboard/views/table.hpp"
#include "wallboard/widgets/badge.hpp"
#include "wallboard/widgets/marks.hpp"
#include "wallboard/widgets/sparkline.hpp"
#include "wallboard/widgets/text.hpp"
#include "wallboard/widgets/tile.hpp"

namespace wallboard::desk {
namespace {

constexpr float gap = 32;
constexpr float pad = 36;
constexpr float bar = 14;
constexpr float lamp = 23;      ///< Radius.
constexpr float line_pad = 36;  ///< Above and below a line of values.

void draw_badge_at(Canvas& canvas, const Badge& badge, bool left, const Span& span, float middle)
{
    const float room = span.right - span.left;
    auto height = BadgeHeight::low;
    if (badge_width(canvas, badge, height) > room) height = BadgeHeight::narrow;
    // Digits stay in line with the column.
    if (!left) return draw_badge(canvas, badge, height, span.right, middle);
    const float width = std::min(room, badge_width(canvas, badge, height));
    draw_badge(canvas, badge, height, span.left + width - low_badge_pad, middle);
}

constexpr float mark_size = 30;
constexpr float mark_room = 46;

/// In a square of mark_size: what somebody said.
void draw_bubble(Canvas& canvas, float x, float y, Colour colour)
{
    const std::array points{Point{x + 3, y + 4},   Point{x + 27, y + 4}, Point{x + 27, y + 20},
                            Point{x + 15, y + 20}, Point{x + 9, y + 27}, Point{x + 9, y + 20},
                            Point{x + 3, y + 20},  Point{x + 3, y + 3}};
    canvas.stroke(points, colour, 4);
}

void draw_cell(Canvas& canvas, const Cell& cell, bool left, const Span& span, const Box& row,
               bool strong)
{
    const float middle = row.y + row.h / 2;
    if (cell.badge) return draw_badge_at(canvas, *cell.badge, left, span, middle);
    const Theme& theme = canvas.theme();
    if (!cell.line.empty())
        return draw_line(
            canvas, {span.left, row.y + line_pad, span.right - span.left, row.h - 2 * line_pad},
            cell.line, cell.line_top, colour_of(theme, cell.tone));
    const TextStyle style{strong ? Face::medium : Face::regular, Step::one,
                          colour_of(theme, cell.tone)};
    float x = span.left;
    if (cell.mark != Mark::none) {
        draw_mark(canvas, cell.mark, x, middle - mark_size / 2, mark_size, theme.text);
        x += mark_room;
    }
    const float top = centred_cap(row, Step::one);
    if (!left) {
        const std::string text = cell.unit.empty() ? cell.text : cell.text + " " + cell.unit;
        fitted_text(canvas, style, span.right, top, span.right - x, {text, {}}, Align::right);
        return;
    }
    if (cell.unit.empty()) {
        fitted_text(canvas, style, x, top, span.right - x, {cell.text, {}});
        return;
    }
    // Two lines: what it is, and quietly what is to be known of it.
    fitted_text(canvas, style, x, row.y + 22, span.right - x, {cell.text, {}});
    fitted_text(canvas, {Face::condensed, Step::one, theme.second}, x, row.y + 68, span.right - x,
                {cell.unit, {}});
}

void draw_row(Canvas& canvas, const List& list, std::size_t at, const std::vector<Span>& spans,
              const Box& row)
{
    const Theme& theme = canvas.theme();
    const ListRow& one = list.rows[at];
    const bool chosen = list.selected == at;
    if (one.standing == Standing::unknown) draw_unknown_row(canvas, row);
    if (chosen) {
        canvas.fill(row, theme.selected, 8);
        canvas.outline(row.inset(0, 1), theme.focus, 4, 8);
    }
    if (one.standing == Standing::action || one.standing == Standing::warning)
        canvas.fill({row.x, row.y + 14, bar, row.h - 28},
                    one.standing == Standing::action ? theme.action : theme.warning, 4);
    for (std::size_t i = 0; i < one.cells.size() && i < spans.size(); ++i) {
        Span span = spans[i];
        if (i == 0 && one.is_said) {
            draw_bubble(canvas, span.left, row.y + (row.h - mark_size) / 2, theme.text);
            span.left += mark_room;
        }
        draw_cell(canvas, one.cells[i], list.columns[i].left, span, row, chosen || !one.quiet);
    }
    for (std::size_t i = 0; i < one.lamps.size() && one.cells.size() + i < spans.size(); ++i)
        draw_lamp(canvas, one.lamps[i],
                  {spans[one.cells.size() + i].left + lamp, row.y + row.h / 2}, lamp);
}

/// Where the cells of a row show figures: from the middle of one gap to that of the next.
void note_figures(const ListRow& one, const std::vector<Span>& spans, const Box& row,
                  FigurePlaces& figures)
{
    for (std::size_t i = 0; i < one.cells.size() && i < spans.size(); ++i) {
        if (one.cells[i].figures.empty()) continue;
        FigurePlace place{
            {spans[i].left - gap / 2, row.y, spans[i].right - spans[i].left + gap, row.h}, row, {}};
        for (const std::string& figure : one.cells[i].figures)
            place.figures.push_back({figure, one.id});
        figures.push_back(std::move(place));
    }
}

/// In the line at `y`: each lamp with its word.
void draw_legend(Canvas& canvas, const List& list, float y)
{
    const Box line{list.box.x + pad, y, list.box.w - 2 * pad, list_pitch};
    float x = line.x;
    for (const LampWord& one : list.legend) {
        draw_lamp(canvas, one.lamp, {x + lamp, line.y + line.h / 2}, lamp);
        x += 2 * lamp + gap / 2;
        x += fitted_text(canvas, {Face::regular, Step::one, canvas.theme().second}, x,
                         centred_cap(line, Step::one), line.right() - x, {one.word, {}}) +
             2 * gap;
    }
}

}  // namespace

void draw_list(Canvas& canvas, const List& list, Hits& hits, FigurePlaces& figures)
{
    if (list.box.empty()) return;
    draw_tile(canvas, list.box);
    const Theme& theme = canvas.theme();
    const auto spans = column_spans(list.columns, list.box, {.pad = pad, .gap = gap});
    float y = list.box.y;
    const float left = list.box.x + pad;
    const float width = list.box.w - 2 * pad;
    if (!list.title.empty()) {
        const Box line{left, y, width, list_head};
        const float aside = list.aside.empty()
                              ? 0
                              : fitted_text(canvas, {Face::regular, Step::one, theme.second},
                                            line.right(), centred_cap(line, Step::one), width / 2,
                                            {list.aside, {}}, Align::right);
        fitted_text(canvas, {Face::bold, Step::one, theme.text}, left, centred_cap(line, Step::one),
                    width - aside - gap, {list.title, {}});
        y += list_head;
    }
    const Box heads{left, y, width, list_head};
    for (std::size_t i = 0; !list.is_brief && i < spans.size(); ++i) {
        const bool at_left = list.columns[i].left;
        fitted_text(canvas, {Face::condensed, Step::one, theme.third},
                    at_left ? spans[i].left : spans[i].right, centred_cap(heads, Step::one),
                    spans[i].right - spans[i].left, {list.columns[i].title, {}},
                    at_left ? Align::left : Align::right);
    }
    if (!list.is_brief) y += list_head;
    for (std::size_t i = 0; i < list.rows.size(); ++i) {
        const Box row{list.box.x, y, list.box.w, list_pitch};
        canvas.hairline(list.box.x, y, list.box.w, theme.line);
        draw_row(canvas, list, i, spans, row);
        const ListRow& one = list.rows[i];
        note_figures(one, spans, row, figures);
        hits.push_back({row, one.touch ? *one.touch : Touch{ChooseRow{one.id}}});
        y += list_pitch;
    }
    const std::string& words = list.rows.empty() ? list.empty : list.more;
    if (!words.empty()) {
        if (list.more_touch)
            hits.push_back({{list.box.x, y, list.box.w, list_pitch}, *list.more_touch});
        canvas.hairline(list.box.x, y, list.box.w, theme.line);
        fitted_text(canvas, {Face::regular, Step::one, theme.second}, left,
                    centred_cap({left, y, width, list_pitch}, Step::one), width, {words, {}});
        y += list_pitch;
    }
    if (list.legend.empty()) return;
    canvas.hairline(list.box.x, y, list.box.w, theme.line);
    draw_legend(canvas, list, y);
}

}  // namespace wallboard::desk
