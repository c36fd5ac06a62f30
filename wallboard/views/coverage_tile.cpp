#include "wallboard/views/coverage_tile.hpp"

#include <algorithm>

#include "wallboard/views/table.hpp"
#include "wallboard/widgets/badge.hpp"
#include "wallboard/widgets/marks.hpp"
#include "wallboard/widgets/staff_marks.hpp"
#include "wallboard/widgets/text.hpp"
#include "wallboard/widgets/tile.hpp"

namespace wallboard {
namespace {

/// Squares and figure, or words, or a badge, at the right of a row; returns where they begin.
float draw_answer(Canvas& canvas, const CoverageRow& row, const Box& box)
{
    const float top = centred_cap(box, Step::one);
    const float middle = box.y + box.h / 2;
    float x = box.right();
    if (row.badge) {
        draw_badge(canvas, *row.badge, BadgeHeight::low, x, middle);
        return x - badge_width(canvas, *row.badge, BadgeHeight::low);
    }
    if (!row.words.empty())
        return x - fitted_text(canvas,
                               {Face::condensed, Step::one, colour_of(canvas.theme(), row.tone)}, x,
                               top, box.w * 0.68f, {row.words, row.brief}, Align::right);
    x -= text_at_cap(canvas, {Face::bold, Step::one, canvas.theme().text}, x, top, row.figure,
                     Align::right);
    if (row.marks == StaffMarks{}) return x;
    return draw_staff_marks(canvas, row.marks, x - 16, middle);
}

void draw_row(Canvas& canvas, const CoverageRow& row, const Box& box)
{
    canvas.hairline(box.x, box.y, box.w, canvas.theme().line);
    if (row.unknown)
        draw_unknown_row(canvas, {box.x - tile_padding, box.y, box.w + 2 * tile_padding, box.h});
    const float right = draw_answer(canvas, row, box) - 24;
    fitted_text(canvas, {Face::condensed_medium, Step::one, canvas.theme().text}, box.x,
                centred_cap(box, Step::one), std::max(0.0f, right - box.x), row.name);
}

void draw_head(Canvas& canvas, const Coverage& coverage)
{
    const Box box = coverage.box;
    const Box head{box.x + tile_padding, box.y + hairline_row_pad, box.w - 2 * tile_padding,
                   coverage_head};
    const TextStyle style{Face::condensed, Step::one, canvas.theme().third};
    const float top = centred_cap(head, Step::one);
    const float width =
        text_at_cap(canvas, style, head.right(), top, coverage.legend, Align::right);
    draw_mark(canvas, Mark::on_call, head.right() - width - 16 - operator_square,
              head.y + (head.h - operator_square) / 2, operator_square, canvas.theme().plot);
    text_at_cap(canvas, style, head.x, top, coverage.title);
}

}  // namespace

void draw_coverage_tile(Canvas& canvas, const Coverage& coverage)
{
    if (coverage.box.empty()) return;
    draw_tile(canvas, coverage.box);
    draw_head(canvas, coverage);
    const std::size_t shown = coverage.rows.size() + (coverage.more.empty() ? 0 : 1);
    for (std::size_t i = 0; i < shown; ++i) {
        const Box box = row_box(coverage, i);
        if (i < coverage.rows.size()) {
            draw_row(canvas, coverage.rows[i], box);
            continue;
        }
        canvas.hairline(box.x, box.y, box.w, canvas.theme().line);
        fitted_text(canvas, {Face::condensed, Step::one, canvas.theme().second}, box.x,
                    centred_cap(box, Step::one), box.w, {coverage.more, {}});
    }
}

}  // namespace wallboard
