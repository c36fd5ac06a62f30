#include "wallboard/model/plot_table.hpp"

#include <algorithm>

#include <fmt/format.h>

#include "wallboard/model/words.hpp"

namespace wallboard {
namespace {

constexpr float head_height = 74;  ///< The title of the plot and its descenders.
constexpr float column_gap = 24;
constexpr std::size_t columns_max = 10;
// The widest letters of a head, which is condensed, and of a figure.
constexpr float head_letter = 22;
constexpr float figure_letter = 25.5f;

using Texts = std::vector<std::string>;

/// Letters, not bytes.
std::size_t letters(const std::string& text)
{
    return static_cast<std::size_t>(std::count_if(text.begin(), text.end(), [](char c) {
        return (static_cast<unsigned char>(c) & 0xC0u) != 0x80u;
    }));
}

PlotNumbers on_its_side(const PlotNumbers& numbers, std::string first)
{
    PlotNumbers turned;
    turned.heads = {std::move(first)};
    for (const Texts& row : numbers.rows) turned.heads.push_back(row.empty() ? "" : row.front());
    for (std::size_t column = 1; column < numbers.heads.size(); ++column) {
        Texts row{numbers.heads[column]};
        for (const Texts& one : numbers.rows)
            row.push_back(column < one.size() ? one[column] : std::string{});
        turned.rows.push_back(std::move(row));
    }
    return turned;
}

float width_of(const PlotNumbers& numbers, std::size_t column)
{
    float width = head_letter * static_cast<float>(letters(numbers.heads[column]));
    for (const Texts& row : numbers.rows)
        if (column < row.size())
            width = std::max(width, figure_letter * static_cast<float>(letters(row[column])));
    return width;
}

/// As many as fit, spread over the room; the first takes what is left.
std::vector<Column> columns_of(const PlotNumbers& numbers, float room)
{
    std::vector<Column> columns;
    if (numbers.heads.empty()) return columns;
    room -= width_of(numbers, 0);
    columns.push_back({numbers.heads.front(), 0, true});
    for (std::size_t i = 1; i < numbers.heads.size(); ++i) {
        const float width = width_of(numbers, i);
        if (room < column_gap + width && i > 1) break;
        room -= column_gap + width;
        columns.push_back({numbers.heads[i], width});
    }
    const float spare = std::max(0.0f, room) / static_cast<float>(columns.size());
    for (std::size_t i = 1; i < columns.size(); ++i) columns[i].width += spare;
    return columns;
}

Cell cell_of(const std::string& text)
{
    if (text == not_known) return unknown_cell();
    return text_cell(text, text == "0" || text == nothing_offered ? Tone::third : Tone::text);
}

TableRow row_of(const Texts& texts, std::size_t columns)
{
    TableRow row{.name = {texts.empty() ? "" : texts.front(), {}}, .unknown = false, .cells = {}};
    for (std::size_t i = 1; i < columns; ++i)
        row.cells.push_back(i < texts.size() ? cell_of(texts[i]) : text_cell({}));
    return row;
}

}  // namespace

Table make_plot_table(const PlotTile& tile, std::size_t turn)
{
    Table table;
    if (tile.box.h <= head_height) return table;
    table.box = {tile.box.x, tile.box.y + head_height, tile.box.w, tile.box.h - head_height};
    const bool is_long = tile.numbers.heads.size() > columns_max;
    const PlotNumbers numbers = is_long ? on_its_side(tile.numbers, "\u00bd hour") : tile.numbers;
    table.columns = columns_of(numbers, table.box.w - 2 * tile_padding);
    table.more = tile.frame.words.full;
    if (table.columns.empty() || !table.more.empty()) return table;
    const std::size_t n = numbers.rows.size();
    const TablePage page = page_of_table(table.box.h, n, turn);
    table.pitch = page.pitch;
    for (std::size_t i = page.first; i < page.first + page.count; ++i)
        table.rows.push_back(row_of(numbers.rows[i], table.columns.size()));
    if (page.pages > 1)
        table.more = fmt::format("{}\u2013{} of {}", page.first + 1, page.first + page.count, n);
    return table;
}

void show_as_table(PlotTile& tile, std::size_t turn)
{
    if (tile.box.empty()) return;
    tile.table = make_plot_table(tile, turn);
    tile.legend.clear();
}

}  // namespace wallboard
