#pragma once

#include <cstdint>
#include <string>
#include <vector>

#include "callwatch/figures/table.hpp"
#include "wallboard/model/explain/figure_ref.hpp"
#include "wallboard/model/moment.hpp"

namespace wallboard {

/// What one field of one row says. Times are microseconds since 1970 and durations named _ms are
/// microseconds here; other numbers are in the unit of the field's name.
struct RowValue {
    enum class State { unknown, nothing, number, text };
    State state = State::unknown;  ///< Unknown is "?", nothing is "–".
    std::int64_t number = 0;
    std::string text;
    bool is_number() const { return state == State::number; }
};

RowValue number_value(std::int64_t n);
RowValue nothing_value();
RowValue text_value(std::string text);

/// One row that a figure is about: its name, and where its values are.
struct FigureRow {
    std::string name;
    const Queue* queue = nullptr;
    const Location* location = nullptr;
    const Day* day = nullptr;
    const Source* source = nullptr;
};

/// The rows behind a figure: those that are known; how many are not, and are left out.
struct FigureRows {
    std::vector<FigureRow> known;
    std::size_t unknown = 0;
    bool one = false;  ///< The figure is about a single row.
};

/// The rows of `subject`, or all of the figure's kind. A row whose source is silent is unknown;
/// what the figure has no business with (operators of an office that is closed) is not among them.
FigureRows rows_of(const callwatch::figures::Figure& figure, const std::string& subject,
                   const Snapshot& snapshot, const Moment& moment);

/// What the board says in this field of this row. Unknown if no code here reads the field.
RowValue read_field(std::string_view field, const FigureRow& row, const Snapshot& snapshot,
                    const Moment& moment);

/// True if read_field() knows the field.
bool reads_field(std::string_view field);

/// The values of all rows together, as the input says. Without a row: unknown if some were left
/// out, else nothing.
RowValue read_together(const callwatch::figures::Input& input, const FigureRows& rows,
                       const Snapshot& snapshot, const Moment& moment);

}  // namespace wallboard
