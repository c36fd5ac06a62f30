#include "wallboard/views/queue_table.hpp"

#include "wallboard/widgets/badge.hpp"
#include "wallboard/widgets/hatch.hpp"
#include "wallboard/widgets/text.hpp"
#include "wallboard/widgets/tile.hpp"

namespace wallboard {
namespace {

constexpr float column_gap = 24;

struct Span {
    float left;
    float right;
};

std::vector<Span> spans_of(const QueueTable& table)
{
    float fixed = 0;
    for (const Column& column : table.columns) fixed += column.width > 0 ? column.width : 0;
    const float gaps = column_gap * static_cast<float>(table.columns.size() - 1);
    const float rest = table.box.w - 2 * tile_padding - fixed - gaps;
    std::vector<Span> spans;
    float x = table.box.x + tile_padding;
    for (const Column& column : table.columns) {
        const float width = column.width > 0 ? column.width : rest;
        spans.push_back({x, x + width});
        x += width + column_gap;
    }
    return spans;
}

void draw_cell(Canvas& canvas, const Cell& cell, const Span& span, const Box& row)
{
    const float top = centred_cap(row, Step::one);
    if (cell.badge) {
        draw_badge(canvas, *cell.badge, BadgeHeight::low, span.right, row.y + row.h / 2);
        return;
    }
    float right = span.right;
    if (!cell.unit.empty()) {
        right -= text_at_cap(canvas, {Face::regular, Step::one, canvas.theme().text}, right, top,
                             cell.unit, Align::right);
        right -= 10;
    }
    text_at_cap(canvas, {Face::medium, Step::one, colour_of(canvas.theme(), cell.tone)}, right, top,
                cell.text, Align::right);
}

void draw_head(Canvas& canvas, const QueueTable& table, const std::vector<Span>& spans,
               const Box& row)
{
    const TextStyle style{Face::condensed, Step::one, canvas.theme().third};
    for (std::size_t i = 0; i < spans.size(); ++i) {
        const Column& column = table.columns[i];
        fitted_text(canvas, style, column.left ? spans[i].left : spans[i].right,
                    centred_cap(row, Step::one), spans[i].right - spans[i].left, {column.title, {}},
                    column.left ? Align::left : Align::right);
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

void draw_queue_table(Canvas& canvas, const QueueTable& table)
{
    if (table.box.empty()) return;
    draw_tile(canvas, table.box);
    const auto spans = spans_of(table);
    const float left = table.box.x + tile_padding;
    const float width = table.box.w - 2 * tile_padding;
    Box row{left, table.box.y + hairline_row_pad, width, table.pitch};
    if (table.has_head)
        draw_head(canvas, table, spans, row);
    else
        row.y -= table.pitch;
    for (const TableRow& queue : table.rows) {
        row.y += table.pitch;
        canvas.hairline(left, row.y, width, canvas.theme().line);
        if (queue.unknown) draw_unknown_row(canvas, {table.box.x, row.y, table.box.w, row.h});
        fitted_text(canvas, {Face::medium, Step::one, canvas.theme().text}, spans[0].left,
                    centred_cap(row, Step::one), spans[0].right - spans[0].left, queue.name);
        for (std::size_t i = 0; i < queue.cells.size(); ++i)
            draw_cell(canvas, queue.cells[i], spans[i + 1], row);
    }
    if (table.more.empty()) return;
    row.y += table.pitch;
    canvas.hairline(left, row.y, width, canvas.theme().line);
    fitted_text(canvas, {Face::condensed, Step::one, canvas.theme().second}, left,
                centred_cap(row, Step::one), width, {table.more, {}});
}

}  // namespace wallboard
