#pragma once

#include <filesystem>
#include <map>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "daemon/bridges/roster/csv.hpp"
#include "daemon/bridges/roster/zones.hpp"

namespace callwatch::roster {

/// A CSV file with named columns, and what is wrong with it: "people.csv:12: column 5 (from) =
/// "soon": must be a date as 2026-11-20". A row with a fault is left out, the rest is taken.
class Table {
public:
    /// `required`: names that the first line must have. A file that cannot be read, is no CSV or
    /// lacks a column has no rows and is not usable.
    Table(const std::filesystem::path& path, const std::vector<std::string>& required,
          const std::vector<std::string>& optional);

    bool is_usable() const { return is_usable_; }
    const std::vector<std::string>& faults() const { return faults_; }
    /// SHA-256 of its bytes, hex.
    const std::string& digest() const { return digest_; }
    std::size_t rows() const { return csv_.rows.empty() ? 0 : csv_.rows.size() - 1; }

    /// A row while it is read: cells by column name, without blanks around them.
    class Row {
    public:
        Row(Table& table, const CsvRow& row) : table_{table}, row_{row} {}

        std::string text(std::string_view column) const;
        /// A text of 1 to 128 bytes without control characters; must be there.
        std::string id(std::string_view column);
        /// "a b; c" as a, b, c: at most 16 ids.
        std::vector<std::string> ids(std::string_view column);
        /// "2026-11-20" (its first moment) or "2026-11-20 08:00"; nothing if the cell is empty.
        std::optional<Instant> time(std::string_view column, const Zone& zone);
        void refuse(std::string_view column, const std::string& must);
        bool is_good() const { return is_good_; }

    private:
        Table& table_;
        const CsvRow& row_;
        bool is_good_ = true;
    };
    Row row(std::size_t index) { return {*this, csv_.rows[index + 1]}; }

    static constexpr std::size_t faults_max = 100;  ///< Told; the others are counted.

private:
    std::string read(const std::filesystem::path& path);
    void add_fault(std::size_t line, const std::string& text);
    void read_columns(const std::vector<std::string>& required,
                      const std::vector<std::string>& optional);

    std::string name_;
    Csv csv_;
    std::map<std::string, std::size_t, std::less<>> columns_;
    std::vector<std::string> faults_;
    std::string digest_;
    bool is_usable_ = false;
};

}  // namespace callwatch::roster
