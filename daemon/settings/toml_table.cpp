#include "daemon/settings/toml_table.hpp"

#include <fmt/format.h>
#include <fmt/ranges.h>

#include <cmath>

#include "daemon/settings/toml_node.hpp"

namespace callwatch {
namespace {

using Node = TomlTable::Node;

constexpr const char* text_rule = "must be text in quotation marks, 1 to 128 bytes, on one line";

void add_missing(Node& node, std::string_view key, std::string_view must)
{
    node.file->add(node.line, fmt::format("{}: is missing: {}", toml_path(node.path, key), must));
}

void add_fault(Node& node, std::string_view key, const toml::node& value, std::string_view must)
{
    node.file->add(toml_line(value, node.line),
                   fmt::format("{} = {}: {}", toml_path(node.path, key), toml_shown(value), must));
}

std::string range_rule(WholeRange range)
{
    return fmt::format("must be a whole number from {} to {}", range.min, range.max);
}

std::optional<std::string> read_text(Node& node, std::string_view key, const toml::node& value)
{
    const auto* text = value.as_string();
    if (text && is_printable_text(text->get())) return text->get();
    add_fault(node, key, value, text_rule);
    return std::nullopt;
}

std::optional<std::int64_t> read_whole(Node& node, std::string_view key, const toml::node& value,
                                       WholeRange range)
{
    const auto* whole = value.as_integer();
    if (whole && whole->get() >= range.min && whole->get() <= range.max) return whole->get();
    add_fault(node, key, value, range_rule(range));
    return std::nullopt;
}

}  // namespace

const std::string& TomlTable::name() const { return node_->name; }
bool TomlTable::has(std::string_view key) const { return find_value(*node_, key) != nullptr; }

std::string TomlTable::text(std::string_view key)
{
    const auto* value = find_value(*node_, key);
    if (!value) add_missing(*node_, key, text_rule);
    return value ? read_text(*node_, key, *value).value_or("") : "";
}

std::string TomlTable::text(std::string_view key, std::string_view fallback)
{
    const auto* value = find_value(*node_, key);
    return std::string{value ? read_text(*node_, key, *value).value_or(std::string{fallback})
                             : fallback};
}

std::int64_t TomlTable::whole(std::string_view key, WholeRange range)
{
    const auto* value = find_value(*node_, key);
    if (!value) add_missing(*node_, key, range_rule(range));
    return value ? read_whole(*node_, key, *value, range).value_or(range.min) : range.min;
}

std::int64_t TomlTable::whole(std::string_view key, WholeRange range, std::int64_t fallback)
{
    const auto* value = find_value(*node_, key);
    return value ? read_whole(*node_, key, *value, range).value_or(fallback) : fallback;
}

double TomlTable::number(std::string_view key, NumberRange range, double fallback)
{
    const auto* value = find_value(*node_, key);
    if (!value) return fallback;
    const auto number = value->is_number() ? value->value<double>() : std::nullopt;
    if (number && std::isfinite(*number) && *number >= range.min && *number <= range.max)
        return *number;
    add_fault(*node_, key, *value,
              fmt::format("must be a number from {} to {}", range.min, range.max));
    return fallback;
}

bool TomlTable::flag(std::string_view key, bool fallback)
{
    const auto* value = find_value(*node_, key);
    if (!value) return fallback;
    if (const auto* flag = value->as_boolean()) return flag->get();
    add_fault(*node_, key, *value, "must be true or false");
    return fallback;
}

std::optional<std::size_t> TomlTable::choice_index(std::string_view key,
                                                   const std::vector<std::string>& words)
{
    const auto* value = find_value(*node_, key);
    if (!value) return std::nullopt;
    if (const auto* text = value->as_string())
        for (std::size_t i = 0; i < words.size(); ++i)
            if (words[i] == text->get()) return i;
    add_fault(*node_, key, *value, fmt::format("must be \"{}\"", fmt::join(words, "\" or \"")));
    return std::nullopt;
}

void TomlTable::refuse(std::string_view key, std::string_view must)
{
    if (const auto* value = find_value(*node_, key))
        add_fault(*node_, key, *value, must);
    else
        add_missing(*node_, key, must);
}

void TomlTable::refuse_table(std::string_view must)
{
    node_->file->add(node_->line, fmt::format("[{}]: {}", node_->path, must));
}

}  // namespace callwatch
