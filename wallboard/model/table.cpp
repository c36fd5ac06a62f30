#include "wallboard/model/table.hpp"

#include <algorithm>

#include "wallboard/model/words.hpp"

namespace wallboard {
namespace {

constexpr float column_gap = 24;

}  // namespace

std::vector<Span> column_spans(const Table& table)
{
    return column_spans(table.columns, table.box, {.pad = tile_padding, .gap = column_gap});
}

Box cell_box(const Table& table, std::string_view subject, std::string_view figure)
{
    const Box row = row_box(table, subject);
    if (row.empty()) return {};
    const auto& cells =
        std::find_if(table.rows.begin(), table.rows.end(), [&](const TableRow& one) {
            return one.subject == subject;
        })->cells;
    const auto found = std::find_if(cells.begin(), cells.end(), [&](const Cell& cell) {
        return std::find(cell.figures.begin(), cell.figures.end(), figure) != cell.figures.end();
    });
    if (found == cells.end()) return {};
    // The first column is the name.
    const Span span = column_spans(table).at(static_cast<std::size_t>(found - cells.begin()) + 1);
    return {span.left - column_gap / 2, row.y, span.right - span.left + column_gap, row.h};
}

Box row_box(const Table& table, std::string_view subject)
{
    if (subject.empty() || table.box.empty()) return {};
    const auto found = std::find_if(table.rows.begin(), table.rows.end(),
                                    [&](const TableRow& row) { return row.subject == subject; });
    if (found == table.rows.end()) return {};
    const auto above = static_cast<float>(found - table.rows.begin() + (table.has_head ? 1 : 0));
    return {table.box.x, table.box.y + hairline_row_pad + above * table.pitch, table.box.w,
            table.pitch};
}

Rows rows_for(float height, std::size_t wanted, float least, float most)
{
    const auto fits = static_cast<std::size_t>(std::max(0.0f, height) / least);
    const std::size_t shown = std::min(fits, wanted);
    if (shown == 0) return {0, least};
    return {shown, std::clamp(height / static_cast<float>(shown), least, most)};
}

TablePage page_of_table(float height, std::size_t rows, std::size_t turn, bool has_head)
{
    const std::size_t head = has_head ? 1 : 0;
    const Rows all = rows_for(height - 2 * hairline_row_pad, rows + head, row_least, row_most);
    if (all.shown >= rows + head)
        return {.first = 0, .count = rows, .pitch = all.pitch, .pages = 1};
    const std::size_t around = head + 1;  // And the foot line.
    const std::size_t fit = all.shown > around ? all.shown - around : 1;
    const std::size_t pages = std::max<std::size_t>(1, (rows + fit - 1) / fit);
    // Pages of one length, so that rows do not jump: the last one begins where it is still full.
    const std::size_t first = std::min(turn % pages * fit, rows > fit ? rows - fit : 0);
    return {.first = first,
            .count = std::min(fit, rows - first),
            .pitch = std::max(row_least, all.pitch),
            .pages = pages};
}

Cell text_cell(std::string text, Tone tone)
{
    return {.text = std::move(text), .unit = {}, .tone = tone, .badge = {}};
}

Cell words_cell(Label words, Tone tone)
{
    Cell cell = text_cell(std::move(words.full), tone);
    cell.brief = std::move(words.brief);
    return cell;
}

Cell unknown_cell() { return text_cell(std::string{not_known}); }
Cell nothing_cell() { return text_cell(std::string{nothing_offered}, Tone::third); }

Cell count_cell(std::uint64_t n)
{
    return text_cell(short_count_text(n), n == 0 ? Tone::third : Tone::text);
}

Cell showing(std::string figure, Cell cell)
{
    cell.figures.push_back(std::move(figure));
    return cell;
}

Cell badge_cell(Badge badge)
{
    return {.text = {}, .unit = {}, .tone = Tone::text, .badge = std::move(badge)};
}

}  // namespace wallboard
