#include "daemon/ctl/table.hpp"

#include <algorithm>
#include <numeric>

#include "daemon/ctl/text.hpp"
#include "daemon/model/check.hpp"

namespace callwatch::ctl {
namespace {

constexpr std::size_t gap = 2;
constexpr std::size_t cut_width_min = 8;

std::size_t total(const std::vector<std::size_t>& widths)
{
    const auto shown = widths.size() - static_cast<std::size_t>(std::ranges::count(widths, 0u));
    return std::accumulate(widths.begin(), widths.end(), std::size_t{0}) +
           (shown > 0 ? gap * (shown - 1) : 0);
}

std::string spaces(std::size_t count) { return std::string(count, ' '); }

/// Appends `cell` padded to `width`; `blank` is what is owed before it, so that no line ends in
/// spaces.
void append(std::string& line, std::string& blank, const Cell& cell, std::size_t width,
            Column::Kind kind, const Look& look)
{
    const std::string text = cut(cell.text, width);
    const std::string padding = spaces(width - display_width(text));
    if (kind == Column::Kind::figure) blank += padding;
    if (!text.empty()) {
        line += blank + paint(text, cell.tone, look);
        blank.clear();
    }
    if (kind != Column::Kind::figure) blank += padding;
    blank += spaces(gap);
}

}  // namespace

void Table::add(std::vector<Cell> cells)
{
    CALLWATCH_CHECK(cells.size() == columns_.size());
    for (Cell& cell : cells) cell.text = clean(cell.text);
    rows_.push_back(std::move(cells));
}

/// A width for every column; 0: left out.
std::vector<std::size_t> Table::fit(const Look& look) const
{
    std::vector<std::size_t> widths(columns_.size(), 0);
    for (std::size_t i = 0; i < columns_.size(); ++i) {
        for (const auto& row : rows_) widths[i] = std::max(widths[i], display_width(row[i].text));
        if (widths[i] > 0) widths[i] = std::max(widths[i], display_width(columns_[i].title));
    }
    for (const auto kind : {Column::Kind::reference, Column::Kind::name}) {
        while (look.width > 0 && total(widths) > look.width && shrink(kind, widths)) {}
    }
    return widths;
}

/// Takes one from the widest column of this kind; false if none can be cut any more.
bool Table::shrink(Column::Kind kind, std::vector<std::size_t>& widths) const
{
    std::size_t widest = columns_.size();
    for (std::size_t i = 0; i < columns_.size(); ++i) {
        const bool can_be_cut = columns_[i].kind == kind && widths[i] > cut_width_min;
        if (can_be_cut && (widest == columns_.size() || widths[i] > widths[widest])) widest = i;
    }
    if (widest == columns_.size()) return false;
    --widths[widest];
    return true;
}

std::string Table::draw(const Look& look) const
{
    const std::vector<std::size_t> widths = fit(look);
    std::string text;
    const auto draw_line = [&](const auto& cell_of) {
        std::string line;
        std::string blank;
        for (std::size_t i = 0; i < columns_.size(); ++i) {
            if (widths[i] == 0) continue;
            append(line, blank, cell_of(i), widths[i], columns_[i].kind, look);
        }
        text += line + "\n";
    };
    draw_line([&](std::size_t i) { return Cell{columns_[i].title, Tone::quiet}; });
    for (const auto& row : rows_) {
        draw_line([&](std::size_t i) { return row[i]; });
    }
    return text;
}

}  // namespace callwatch::ctl
