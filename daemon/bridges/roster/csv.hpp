#pragma once

#include <string>
#include <string_view>
#include <vector>

namespace callwatch::roster {

/// One line of a table; a cell may hold line ends, so a row knows where it began.
struct CsvRow {
    std::size_t line = 0;  ///< From 1.
    std::vector<std::string> cells;
};

/// A table as RFC 4180 has it: cells between commas, in quotation marks if they hold commas, line
/// ends or quotation marks (doubled); a byte-order mark and empty lines are passed over, semicolons
/// separate as well if the first line has no comma. `fault` says what ends the reading ("line 7: a
/// quotation mark is not closed"); the rows before it are there.
struct Csv {
    std::vector<CsvRow> rows;
    std::string fault;
};
Csv parse_csv(std::string_view text);

constexpr std::size_t csv_rows_max = 100'000;
constexpr std::size_t csv_cells_max = 64;
constexpr std::size_t csv_bytes_max = std::size_t{32} << 20;

}  // namespace callwatch::roster
