#pragma once

#include <string>
#include <vector>

#include "daemon/ctl/look.hpp"

namespace callwatch::ctl {

/// A column of a table for people.
struct Column {
    enum class Kind {
        text,    ///< To the left; never cut.
        figure,  ///< To the right, so that digits stand under each other; never cut.
        name,  ///< To the left; cut with "…" when the terminal is too narrow, not below 8 columns.
        reference,  ///< A long id for looking things up: the same, and cut before any name is.
    };
    std::string title;
    Kind kind = Kind::text;
};

struct Cell {
    std::string text;
    Tone tone = Tone::plain;
};

/// Rows under titles, two spaces between columns, no lines. A column whose cells are all empty is
/// left out. What does not fit the terminal is cut in the widest `reference`, then in the widest
/// `name`; if that is not enough the table stays too wide: figures are never cut.
class Table {
public:
    explicit Table(std::vector<Column> columns) : columns_{std::move(columns)} {}

    /// A cell for every column, in order; texts are cleaned of control characters here.
    void add(std::vector<Cell> cells);

    bool empty() const { return rows_.empty(); }

    /// The titles and all rows, each line ended by "\n" and without spaces at its end.
    std::string draw(const Look& look) const;

private:
    std::vector<std::size_t> fit(const Look& look) const;
    bool shrink(Column::Kind kind, std::vector<std::size_t>& widths) const;

    std::vector<Column> columns_;
    std::vector<std::vector<Cell>> rows_;
};

}  // namespace callwatch::ctl
