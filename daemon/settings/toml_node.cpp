#include "daemon/settings/toml_node.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <sstream>

namespace callwatch {
namespace {

constexpr std::size_t shown_bytes_max = 48;

bool is_bare(std::string_view key)
{
    const auto allowed = [](unsigned char c) {
        return (c >= '0' && c <= '9') || (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') ||
               c == '-' || c == '_';
    };
    return !key.empty() && std::all_of(key.begin(), key.end(), allowed);
}

// Cut before a character of several bytes, not within it.
std::string cut(std::string_view text)
{
    if (text.size() <= shown_bytes_max) return std::string{text};
    std::size_t end = shown_bytes_max;
    while (end > 0 && (static_cast<unsigned char>(text[end]) & 0xC0) == 0x80) --end;
    return std::string{text.substr(0, end)} + "…";
}

std::string in_quotes(std::string_view text)
{
    std::string escaped;
    for (const char c : cut(text)) {
        if (static_cast<unsigned char>(c) < 0x20 || c == 0x7F)
            escaped += fmt::format("\\u{:04X}", static_cast<unsigned>(c));
        else if (c == '"' || c == '\\')
            (escaped += '\\') += c;
        else
            escaped += c;
    }
    return "\"" + escaped + "\"";
}

}  // namespace

const toml::node* find_value(TomlTable::Node& node, std::string_view key)
{
    node.known.emplace(key);
    return node.table->get(key);
}

std::string toml_path(const std::string& parent, std::string_view key)
{
    const std::string last = is_bare(key) ? cut(key) : in_quotes(key);
    return parent.empty() ? last : parent + "." + last;
}

std::string toml_shown(const toml::node& value)
{
    if (value.is_table()) return "a table";
    if (value.is_array()) return "a list";
    if (const auto* text = value.as_string()) return in_quotes(text->get());
    std::ostringstream shown;
    value.visit([&](const auto& node) { shown << node; });
    return cut(shown.str());
}

bool is_printable_text(std::string_view text)
{
    return !text.empty() && text.size() <= id_bytes_max &&
           std::none_of(text.begin(), text.end(),
                        [](char c) { return static_cast<unsigned char>(c) < 0x20 || c == 0x7F; });
}

int toml_line(const toml::node& value, int otherwise)
{
    const auto line = value.source().begin.line;
    return line > 0 ? static_cast<int>(line) : otherwise;
}

}  // namespace callwatch
