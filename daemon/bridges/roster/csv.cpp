#include "daemon/bridges/roster/csv.hpp"

#include <algorithm>

#include <fmt/format.h>

namespace callwatch::roster {
namespace {

constexpr std::string_view byte_order_mark = "\xef\xbb\xbf";

class Reader {
public:
    explicit Reader(std::string_view text) : rest_{text}
    {
        if (rest_.starts_with(byte_order_mark)) rest_.remove_prefix(byte_order_mark.size());
        const auto first = rest_.substr(0, rest_.find('\n'));
        const bool is_semicolons =
            first.find(',') == std::string_view::npos && first.find(';') != std::string_view::npos;
        separator_ = is_semicolons ? ';' : ',';
    }

    Csv read()
    {
        Csv csv;
        while (!rest_.empty() && csv.fault.empty()) {
            CsvRow row{.line = line_, .cells = {}};
            csv.fault = read_row(row);
            const bool is_empty = row.cells.size() == 1 && row.cells.front().empty();
            if (csv.fault.empty() && !is_empty) csv.rows.push_back(std::move(row));
            if (csv.rows.size() > csv_rows_max)
                csv.fault = fmt::format("more than {} rows", csv_rows_max);
        }
        return csv;
    }

private:
    /// What ends the reading; empty: a whole row was read.
    std::string read_row(CsvRow& row)
    {
        for (;;) {
            if (row.cells.size() >= csv_cells_max)
                return fmt::format("line {}: more than {} columns", row.line, csv_cells_max);
            auto& cell = row.cells.emplace_back();
            if (rest_.starts_with('"')) {
                if (!read_quoted(cell))
                    return fmt::format("line {}: a quotation mark is not closed", row.line);
            } else {
                read_plain(cell);
            }
            if (rest_.empty()) return {};
            const char end = rest_.front();
            rest_.remove_prefix(1);
            if (end == separator_) continue;
            if (end == '\r' && rest_.starts_with('\n')) rest_.remove_prefix(1);
            if (end == '\n' || end == '\r') {
                ++line_;
                return {};
            }
            return fmt::format("line {}: something stands behind a quotation mark", row.line);
        }
    }

    void read_plain(std::string& cell)
    {
        const auto end =
            std::min(rest_.find_first_of(std::string{separator_} + "\r\n"), rest_.size());
        cell = rest_.substr(0, end);
        rest_.remove_prefix(end);
    }

    bool read_quoted(std::string& cell)
    {
        rest_.remove_prefix(1);
        while (!rest_.empty()) {
            const char next = rest_.front();
            rest_.remove_prefix(1);
            if (next == '"') {
                if (!rest_.starts_with('"')) return true;
                rest_.remove_prefix(1);
            }
            if (next == '\n') ++line_;
            cell += next;
        }
        return false;
    }

    std::string_view rest_;
    char separator_ = ',';
    std::size_t line_ = 1;
};

}  // namespace

Csv parse_csv(std::string_view text)
{
    if (text.size() > csv_bytes_max)
        return {.rows = {}, .fault = fmt::format("larger than {} bytes", csv_bytes_max)};
    return Reader{text}.read();
}

}  // namespace callwatch::roster
