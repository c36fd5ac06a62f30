#include <fmt/format.h>

#include <algorithm>

#include "daemon/settings/toml_node.hpp"

namespace callwatch {
namespace {

using Node = TomlTable::Node;
using std::chrono::microseconds;
using std::chrono::minutes;
using std::chrono::seconds;

constexpr std::uint16_t first_year = 1970;
constexpr std::uint16_t last_year = 2037;  // The system's zone rules end there.

constexpr const char* date_rule =
    "must be a date from 1970 to 2037, without quotation marks: 2026-11-26";

void add_item_fault(Node& node, std::string_view key, std::size_t item, const toml::node& value,
                    std::string_view must)
{
    node.file->add(toml_line(value, node.line),
                   fmt::format("{}[{}] = {}: {}", toml_path(node.path, key), item + 1,
                               toml_shown(value), must));
}

// The list of `key`; nullptr if it is absent, no list or too long.
const toml::array* find_list(Node& node, std::string_view key, std::string_view of_what)
{
    const auto* value = find_value(node, key);
    if (!value) return nullptr;
    const auto* list = value->as_array();
    if (list && list->size() <= TomlTable::list_items_max) return list;
    node.file->add(
        toml_line(*value, node.line),
        fmt::format("{} = {}: must be a list of at most {} {}", toml_path(node.path, key),
                    toml_shown(*value), TomlTable::list_items_max, of_what));
    return nullptr;
}

std::optional<LocalDate> to_local_date(const toml::date& date)
{
    if (date.year < first_year || date.year > last_year) return std::nullopt;
    const std::chrono::year_month_day day{
        std::chrono::year{date.year}, std::chrono::month{date.month}, std::chrono::day{date.day}};
    if (!day.ok()) return std::nullopt;
    return LocalDate{day};
}

}  // namespace

std::optional<LocalDate> TomlTable::date(std::string_view key)
{
    const auto* value = find_value(*node_, key);
    if (!value) return std::nullopt;
    const auto* written = value->as_date();
    const auto date = written ? to_local_date(written->get()) : std::nullopt;
    if (!date) refuse(key, date_rule);
    return date;
}

std::optional<Instant> TomlTable::instant(std::string_view key)
{
    const auto* value = find_value(*node_, key);
    if (!value) return std::nullopt;
    const auto* written = value->as_date_time();
    const auto date = written ? to_local_date(written->get().date) : std::nullopt;
    if (!date || !written->get().offset) {
        refuse(key,
               "must be a date and time with its offset from UTC, from 1970 to 2037, without "
               "quotation marks: 2026-11-20T16:48:00-06:00");
        return std::nullopt;
    }
    const auto& time = written->get().time;
    return Instant{date->time_since_epoch() + std::chrono::hours{time.hour} + minutes{time.minute} +
                   seconds{time.second} + microseconds{time.nanosecond / 1000} -
                   minutes{written->get().offset->minutes}};
}

std::vector<std::string> TomlTable::texts(std::string_view key)
{
    std::vector<std::string> texts;
    const auto* list = find_list(*node_, key, "texts");
    for (std::size_t i = 0; list && i < list->size(); ++i) {
        const toml::node& item = *list->get(i);
        const auto* text = item.as_string();
        if (!text || !is_printable_text(text->get()))
            add_item_fault(*node_, key, i, item, "must be text in quotation marks, 1 to 128 bytes");
        else if (std::find(texts.begin(), texts.end(), text->get()) != texts.end())
            add_item_fault(*node_, key, i, item, "must be listed once");
        // A text that is refused keeps its place, so that refuse(key, item, …) counts the same.
        texts.push_back(text ? text->get() : "");
    }
    return texts;
}

std::vector<LocalDate> TomlTable::dates(std::string_view key)
{
    std::vector<LocalDate> dates;
    const auto* list = find_list(*node_, key, "dates");
    for (std::size_t i = 0; list && i < list->size(); ++i) {
        const toml::node& item = *list->get(i);
        const auto* written = item.as_date();
        const auto date = written ? to_local_date(written->get()) : std::nullopt;
        if (!date)
            add_item_fault(*node_, key, i, item, date_rule);
        else if (std::find(dates.begin(), dates.end(), *date) != dates.end())
            add_item_fault(*node_, key, i, item, "must be listed once");
        else
            dates.push_back(*date);
    }
    return dates;
}

std::vector<TomlTable> TomlTable::rows(std::string_view key, std::string_view text_key)
{
    std::vector<TomlTable> rows;
    const auto* list = find_list(*node_, key, "texts or tables");
    for (std::size_t i = 0; list && i < list->size(); ++i) {
        const toml::node& item = *list->get(i);
        const auto path = fmt::format("{}[{}]", toml_path(node_->path, key), i + 1);
        const int line = toml_line(item, node_->line);
        if (const auto* table = item.as_table()) {
            rows.emplace_back(node_->file->visit(*table, path, "", line));
        } else if (item.is_string()) {
            auto& made = node_->file->made.emplace_back();
            made.insert(text_key, *item.as_string());
            rows.emplace_back(node_->file->visit(made, path, "", line));
        } else {
            add_item_fault(*node_, key, i, item,
                           fmt::format("must be text or {{ {} = \"…\" }}", text_key));
            break;
        }
    }
    return rows;
}

TomlTable TomlTable::table(std::string_view key)
{
    const auto path = toml_path(node_->path, key);
    const auto* value = find_value(*node_, key);
    const auto* table = value ? value->as_table() : nullptr;
    if (value && !table) refuse(key, fmt::format("must be a table: [{}]", path));
    if (table)
        return TomlTable{
            node_->file->visit(*table, path, std::string{key}, toml_line(*table, node_->line))};
    auto& made = node_->file->made.emplace_back();
    return TomlTable{node_->file->visit(made, path, std::string{key}, node_->line)};
}

std::vector<TomlTable> TomlTable::tables(std::string_view key)
{
    std::vector<TomlTable> tables;
    const bool is_there = has(key);
    TomlTable parent = table(key);
    if (!is_there) return tables;
    const auto& children = *parent.node_->table;
    if (children.size() > tables_max) {
        parent.refuse_table(fmt::format("must have at most {} tables", tables_max));
        return tables;
    }
    for (const auto& [name, value] : children) {
        parent.node_->known.emplace(name.str());
        if (value.is_table())
            tables.push_back(parent.table(name.str()));
        else
            parent.refuse(name.str(),
                          fmt::format("must be a table: [{}.NAME]", parent.node_->path));
    }
    return tables;
}

std::vector<std::string> TomlTable::keys()
{
    std::vector<std::string> keys;
    for (const auto& [key, value] : *node_->table) {
        node_->known.emplace(key.str());
        keys.emplace_back(key.str());
    }
    return keys;
}

void TomlTable::refuse(std::string_view key, std::size_t item, std::string_view must)
{
    const auto* value = find_value(*node_, key);
    const auto* list = value ? value->as_array() : nullptr;
    if (list && item < list->size())
        add_item_fault(*node_, key, item, *list->get(item), must);
    else
        refuse(key, must);
}

}  // namespace callwatch
