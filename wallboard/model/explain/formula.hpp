#pragma once

#include <optional>
#include <span>

#include "wallboard/model/explain/row_values.hpp"

namespace wallboard {

/// A formula with the values of now.
struct Reckoned {
    std::vector<RowValue> terms;  ///< In the order of the formula; that of "now" is the time.
    RowValue::State state = RowValue::State::unknown;
    std::int64_t part = 0;   ///< What stands before "/" or "of".
    std::int64_t whole = 0;  ///< What stands after it; 0 without one.
    std::string text;        ///< Of a word.
};

/// Reads every term and adds them up; the result is never below 0. Unknown if a term is, else
/// nothing if a term is; a whole of 0 is nothing.
Reckoned reckon(std::span<const callwatch::figures::Term> formula, const FigureRows& rows,
                const Snapshot& snapshot, const Moment& moment);

/// How a result reads in this unit: "62.4", "3:24", "45 min". Times are those of a place with this
/// offset.
std::string figure_text(callwatch::figures::Unit unit, const Reckoned& reckoned,
                        const Moment& moment, std::chrono::seconds utc_offset);

/// What stands after it: "%" or nothing.
std::string unit_text(callwatch::figures::Unit unit);

/// How the value of one field reads: times as a clock, other numbers as they are.
std::string value_text(std::string_view field, const RowValue& value,
                       std::chrono::seconds utc_offset);

}  // namespace wallboard
