#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "wallboard/model/box.hpp"
#include "wallboard/model/column_spans.hpp"
#include "wallboard/model/view_words.hpp"

namespace wallboard {

struct Column {
    std::string title;
    float width = 0;  ///< 0: the rest of the width.
    bool left = false;
    bool narrow = false;     ///< Words of its badges are condensed.
    Mark mark = Mark::none;  ///< Before the title: how its state is drawn in the rows.
};

/// Work against the time left, as shares 0..1 of the bar: what sticks out past the tick is amber.
struct WorkBar {
    float work = 0;
    float tick = 0;
    bool over = false;  ///< The excess is drawn amber.
};

/// How many shapes of each kind stand in a row: good, wrong, not known.
struct ShareBar {
    std::size_t good = 0;
    std::size_t wrong = 0;
    std::size_t unknown = 0;
    bool operator==(const ShareBar&) const = default;
};

/// How many operators have a mark in a row: on a call, free, known by a telephone that is on.
struct StaffMarks {
    int on_call = 0;
    int free = 0;
    int weak = 0;
    bool operator==(const StaffMarks&) const = default;
};

/// What stands in a cell, the first that is there: badge, bar, share, staff, line, text.
struct Cell {
    std::string text;
    std::string unit;
    Tone tone = Tone::text;
    std::optional<Badge> badge;
    Mark mark = Mark::none;  ///< At the left of the text.
    std::optional<WorkBar> bar = std::nullopt;
    std::optional<ShareBar> share = std::nullopt;
    std::optional<StaffMarks> staff = std::nullopt;
    std::vector<std::uint32_t> line = {};  ///< Oldest first; scaled to `line_top`.
    std::uint32_t line_top = 0;
    std::string brief = {};  ///< In place of the text where that does not fit.
    /// What it shows, ids of proto/figures/figures.toml; the first is what it says in the first
    /// place.
    std::vector<std::string> figures = {};
};

struct TableRow {
    Label name;
    bool unknown = false;  ///< Hatched.
    std::vector<Cell> cells;
    std::string subject = {};  ///< Id of what the row is about; empty where nothing asks for it.
};

/// Rows under one another with figures in columns. The first column is the name.
struct Table {
    Box box;
    float pitch = 53;
    bool has_head = true;
    std::vector<Column> columns;
    std::vector<TableRow> rows;
    std::string more;  ///< "5 more, none waiting"; empty if all are shown.
};

/// The place of a row's line, from edge to edge; without a size where no row is about `subject`.
Box row_box(const Table& table, std::string_view subject);

/// Where each column stands.
std::vector<Span> column_spans(const Table& table);

/// The place of the cell that shows this figure of `subject`; without a size where none does.
Box cell_box(const Table& table, std::string_view subject, std::string_view figure);

/// How a table of `wanted` rows uses a height: rows, head included, are between `least` and `most`
/// high.
struct Rows {
    std::size_t shown = 0;  ///< The last one is a summary if this is less than wanted.
    float pitch = 0;
};
Rows rows_for(float height, std::size_t wanted, float least, float most);

/// Closer, and a badge would touch the line of its row.
constexpr float row_least = 53;
constexpr float row_most = 96;

/// A table that does not fit is shown in pages of rows, one after the other; nothing is cut.
struct TablePage {
    std::size_t first = 0;  ///< Index of the first row on this page.
    std::size_t count = 0;
    float pitch = row_least;
    std::size_t pages = 1;
};

/// The page of `rows` rows that is up in turn `turn`, in a box of `height`. A table in pages keeps
/// its last line for saying which rows these are.
TablePage page_of_table(float height, std::size_t rows, std::size_t turn, bool has_head = true);

Cell text_cell(std::string text, Tone tone = Tone::text);
Cell words_cell(Label words, Tone tone = Tone::text);  ///< With a brief form.
Cell unknown_cell();                                   ///< "?"
Cell count_cell(std::uint64_t n);                      ///< Short; zero is grey.
Cell nothing_cell();                                   ///< "–"
Cell badge_cell(Badge badge);
Cell showing(std::string figure, Cell cell);  ///< The cell, which shows this figure too.

}  // namespace wallboard
