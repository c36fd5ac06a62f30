#include "wallboard/views/table.hpp"

#include "wallboard/widgets/badge.hpp"
#include "wallboard/widgets/hatch.hpp"
#include "wallboard/widgets/marks.hpp"
#include "wallboard/widgets/share_bar.hpp"
#include "wallboard/widgets/sparkline.hpp"
#include "wallboard/widgets/staff_marks.hpp"
#include "wallboard/widgets/text.hpp"
#include "wallboard/widgets/tile.hpp"
#include "wallboard/widgets/work_bar.hpp"

namespace wallboard {
namespace {

constexpr float title_mark = operator_square + 12;

/// Words in a column that begins at the left.
void draw_words(Canvas& canvas, const Cell& cell, const Span& span, const Box& row)
{
    fitted_text(canvas, {Face::condensed, Step::one, colour_of(canvas.theme(), cell.tone)},
                span.left, centred_cap(row, Step::one), span.right - span.left,
                {cell.text, cell.brief});
}

void draw_figure(Canvas& canvas, const Cell& cell, const Span& span, const Box& row)
{
    const float top = centred_cap(row, Step::one);
    const Colour colour = colour_of(canvas.theme(), cell.tone);
    float right = span.right;
    if (!cell.unit.empty()) {
        right -= text_at_cap(canvas, {Face::regular, Step::one, canvas.theme().text}, right, top,
                             cell.unit, Align::right);
        right -= 10;
    }
    const float mark = cell.mark == Mark::none ? 0 : label_cap_u + 16;
    const Face face = mark > 0 ? Face::bold : Face::medium;
    right -= fitted_text(canvas, {face, Step::one, colour}, right, top, right - span.left - mark,
                         {cell.text, cell.brief}, Align::right);
    if (mark > 0) draw_mark(canvas, cell.mark, right - mark, top, label_cap_u, colour);
}

void draw_badge_in(Canvas& canvas, Badge badge, const Span& span, const Column& column,
                   float middle)
{
    const float room = span.right - span.left;
    // Where the column has no room for the word, figure and mark say it.
    if (badge_width(canvas, badge, BadgeHeight::low) > room + 32 && !badge.figure.empty())
        badge.word.clear();
    const BadgeHeight height = column.narrow ? BadgeHeight::narrow : BadgeHeight::low;
    const float width = badge_width(canvas, badge, height);
    float right = column.left ? span.left + width : span.right;
    // Digits stay in line with the column; words end where the column does.
    if (column.left || badge.figure.empty()) right -= low_badge_pad;
    draw_badge(canvas, badge, height, right, middle);
}

bool is_words(const Cell& cell)
{
    return !cell.badge && !cell.bar && !cell.share && !cell.staff && cell.line.empty();
}

bool is_empty(const Cell& cell) { return is_words(cell) && cell.text.empty(); }

/// Words at the left may use the cells after them that are empty.
Span span_of(const TableRow& row, std::size_t cell, const Column& column,
             const std::vector<Span>& spans)
{
    Span span = spans[cell + 1];
    if (!column.left || !is_words(row.cells[cell])) return span;
    for (std::size_t k = cell + 1; k < row.cells.size() && is_empty(row.cells[k]); ++k)
        span.right = spans[k + 1].right;
    return span;
}

void draw_cell(Canvas& canvas, const Cell& cell, const Column& column, const Span& span,
               const Box& row)
{
    const float middle = row.y + row.h / 2;
    const Box field{span.left, middle - 16, span.right - span.left, 32};
    if (cell.badge) return draw_badge_in(canvas, *cell.badge, span, column, middle);
    if (cell.bar) return draw_work_bar(canvas, field, *cell.bar);
    if (cell.share) return draw_share_bar(canvas, field, *cell.share);
    if (cell.staff) {
        draw_staff_marks(canvas, *cell.staff, span.left + staff_marks_width(*cell.staff), middle);
        return;
    }
    if (!cell.line.empty())
        return draw_line(canvas, field, cell.line, cell.line_top,
                         colour_of(canvas.theme(), cell.tone));
    if (column.left) return draw_words(canvas, cell, span, row);
    draw_figure(canvas, cell, span, row);
}

/// On the grey of a row that is not known no word is quiet: there it would be hard to read.
Cell loud(Cell cell)
{
    if (cell.line.empty()) cell.tone = Tone::text;
    return cell;
}

void draw_head(Canvas& canvas, const Table& table, const std::vector<Span>& spans, const Box& row)
{
    const TextStyle style{Face::condensed, Step::one, canvas.theme().third};
    for (std::size_t i = 0; i < spans.size(); ++i) {
        const Column& column = table.columns[i];
        // A title at the left may use the columns after it that have none.
        float right = spans[i].right;
        for (std::size_t k = i + 1; column.left && k < spans.size(); ++k) {
            if (!table.columns[k].title.empty()) break;
            right = spans[k].right;
        }
        const float width =
            fitted_text(canvas, style, column.left ? spans[i].left : spans[i].right,
                        centred_cap(row, Step::one), right - spans[i].left, {column.title, {}},
                        column.left ? Align::left : Align::right);
        draw_mark(canvas, column.mark, spans[i].right - width - title_mark,
                  row.y + (row.h - operator_square) / 2, operator_square, canvas.theme().plot);
    }
}

}  // namespace

void draw_unknown_row(Canvas& canvas, const Box& row)
{
    const Theme& theme = canvas.theme();
    const Box field = row.inset(0, 3);
    canvas.fill(field, theme.unknown);
    draw_hatch(canvas, {field.x, field.y, 24, field.h}, theme.unknown, theme.hatch,
               HatchSize::small);
}

void draw_table(Canvas& canvas, const Table& table)
{
    if (table.box.empty()) return;
    draw_tile(canvas, table.box);
    const auto spans = column_spans(table);
    const float left = table.box.x + tile_padding;
    const float width = table.box.w - 2 * tile_padding;
    Box row{left, table.box.y + hairline_row_pad, width, table.pitch};
    if (table.has_head)
        draw_head(canvas, table, spans, row);
    else
        row.y -= table.pitch;
    for (const TableRow& one : table.rows) {
        row.y += table.pitch;
        canvas.hairline(left, row.y, width, canvas.theme().line);
        if (one.unknown) draw_unknown_row(canvas, {table.box.x, row.y, table.box.w, row.h});
        fitted_text(canvas, {Face::medium, Step::one, canvas.theme().text}, spans[0].left,
                    centred_cap(row, Step::one), spans[0].right - spans[0].left, one.name);
        for (std::size_t i = 0; i < one.cells.size(); ++i)
            draw_cell(canvas, one.unknown ? loud(one.cells[i]) : one.cells[i], table.columns[i + 1],
                      span_of(one, i, table.columns[i + 1], spans), row);
    }
    if (table.more.empty()) return;
    row.y += table.pitch;
    canvas.hairline(left, row.y, width, canvas.theme().line);
    fitted_text(canvas, {Face::condensed, Step::one, canvas.theme().second}, left,
                centred_cap(row, Step::one), width, {table.more, {}});
}

}  // namespace wallboard
