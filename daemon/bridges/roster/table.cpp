#include "daemon/bridges/roster/table.hpp"

#include <algorithm>
#include <fstream>
#include <iterator>

#include <fmt/format.h>

#include "daemon/bridges/digest.hpp"
#include "daemon/model/fact_organisation.hpp"

namespace callwatch::roster {
namespace {

std::string trimmed(const std::string& cell)
{
    constexpr auto blanks = " \t\r\n";
    const auto from = cell.find_first_not_of(blanks);
    if (from == std::string::npos) return {};
    return cell.substr(from, cell.find_last_not_of(blanks) - from + 1);
}

bool is_id(const std::string& text)
{
    return !text.empty() && text.size() <= id_bytes_max &&
           std::none_of(text.begin(), text.end(),
                        [](char c) { return static_cast<unsigned char>(c) < 0x20 || c == 0x7f; });
}

std::string shown(const std::string& cell)
{
    constexpr std::size_t shown_max = 48;
    std::string text;
    for (const char c : cell.substr(0, shown_max))
        text += static_cast<unsigned char>(c) < 0x20 || c == 0x7f ? '?' : c;
    return text + (cell.size() > shown_max ? "..." : "");
}

}  // namespace

Table::Table(const std::filesystem::path& path, const std::vector<std::string>& required,
             const std::vector<std::string>& optional)
    : name_{path.filename().string()}
{
    if (const auto fault = read(path); !fault.empty())
        add_fault(0, fault);
    else
        read_columns(required, optional);
}

/// Why it is no table; empty: it is one.
std::string Table::read(const std::filesystem::path& path)
{
    std::error_code error;
    const auto size = std::filesystem::file_size(path, error);
    if (error || !std::filesystem::is_regular_file(path, error))
        return "cannot be read: " + path.string() + " is no file";
    if (size > csv_bytes_max) return fmt::format("larger than {} bytes", csv_bytes_max);
    std::ifstream file{path, std::ios::binary};
    const std::string bytes{std::istreambuf_iterator<char>{file}, {}};
    if (!file) return "cannot be read: " + path.string();
    digest_ = bridge::sha256_hex(bytes);
    csv_ = parse_csv(bytes);
    if (!csv_.fault.empty()) return "is not a table: " + csv_.fault;
    return csv_.rows.empty() ? "is empty: its first line names the columns" : "";
}

void Table::read_columns(const std::vector<std::string>& required,
                         const std::vector<std::string>& optional)
{
    const auto& names = csv_.rows.front().cells;
    const auto is_known = [&](const std::string& name) {
        return std::find(required.begin(), required.end(), name) != required.end() ||
               std::find(optional.begin(), optional.end(), name) != optional.end();
    };
    is_usable_ = true;
    for (std::size_t i = 0; i < names.size(); ++i) {
        const auto name = trimmed(names[i]);
        if (!is_known(name)) continue;  // A column more is no harm.
        if (columns_.emplace(name, i).second) continue;
        add_fault(1, fmt::format("column {} ({}): stands there twice", i + 1, name));
        is_usable_ = false;
    }
    for (const auto& name : required) {
        if (columns_.contains(name)) continue;
        add_fault(1, fmt::format("lacks the column \"{}\"; needed are {}", name,
                                 fmt::join(required, ", ")));
        is_usable_ = false;
    }
}

void Table::add_fault(std::size_t line, const std::string& text)
{
    if (faults_.size() < faults_max)
        faults_.push_back(line == 0 ? fmt::format("{}: {}", name_, text)
                                    : fmt::format("{}:{}: {}", name_, line, text));
    else if (faults_.size() == faults_max)
        faults_.push_back(name_ + ": and more");
}

std::string Table::Row::text(std::string_view column) const
{
    const auto found = table_.columns_.find(column);
    if (found == table_.columns_.end() || found->second >= row_.cells.size()) return {};
    return trimmed(row_.cells[found->second]);
}

std::string Table::Row::id(std::string_view column)
{
    auto text = this->text(column);
    if (!is_id(text)) refuse(column, fmt::format("must be 1 to {} bytes", id_bytes_max));
    return text;
}

std::vector<std::string> Table::Row::ids(std::string_view column)
{
    std::vector<std::string> ids;
    const auto text = this->text(column);
    for (std::size_t from = 0; from < text.size();) {
        const auto to = std::min(text.find_first_of("; ", from), text.size());
        if (to > from) ids.push_back(text.substr(from, to - from));
        from = to + 1;
    }
    const bool is_good =
        ids.size() <= things_of_person_max && std::all_of(ids.begin(), ids.end(), is_id);
    if (!is_good) {
        refuse(column,
               fmt::format("must be at most {} ids with blanks between", things_of_person_max));
        ids.clear();
    }
    return ids;
}

std::optional<Instant> Table::Row::time(std::string_view column, const Zone& zone)
{
    const auto text = this->text(column);
    if (text.empty()) return std::nullopt;
    const auto at = zone.parse(text);
    if (!at) refuse(column, "must be a date as 2026-11-20, or with a time: 2026-11-20 08:00");
    return at;
}

void Table::Row::refuse(std::string_view column, const std::string& must)
{
    is_good_ = false;
    const auto found = table_.columns_.find(column);
    table_.add_fault(row_.line, fmt::format("column {} ({}) = \"{}\": {}",
                                            found == table_.columns_.end() ? 0 : found->second + 1,
                                            column, shown(text(column)), must));
}

}  // namespace callwatch::roster
