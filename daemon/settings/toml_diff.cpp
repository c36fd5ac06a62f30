#include "daemon/settings/toml_diff.hpp"

#include <toml++/toml.h>

#include <map>
#include <sstream>

#include <fmt/format.h>

namespace callwatch {
namespace {

using Values = std::map<std::string, std::string>;  // By path.

std::string path_of(const std::string& parent, std::string_view key)
{
    return parent.empty() ? std::string{key} : fmt::format("{}.{}", parent, key);
}

void flatten(const std::string& path, const toml::table& table, Values& values)
{
    for (const auto& [key, value] : table) {
        const auto here = path_of(path, key.str());
        if (const auto* inner = value.as_table()) {
            flatten(here, *inner, values);
            continue;
        }
        std::ostringstream text;
        value.visit([&](const auto& one) { text << one; });
        values[here] = text.str();
    }
}

Values read_values(const std::filesystem::path& path)
{
    Values values;
    try {
        flatten("", toml::parse_file(path.string()), values);
    } catch (const toml::parse_error&) {
        values.clear();
    }
    return values;
}

bool is_private(const std::string& path)
{
    return path.starts_with("person.") && path.ends_with(".name");
}

std::string cut(std::string text, std::size_t bytes_max)
{
    if (text.size() <= bytes_max) return text;
    auto end = bytes_max - 3;
    while (end > 0 && (static_cast<unsigned char>(text[end]) & 0xc0) == 0x80) --end;
    return text.substr(0, end) + "...";
}

std::string shown(const std::string& path, const std::string& value)
{
    return is_private(path) ? "(a name)" : value;
}

}  // namespace

std::vector<std::string> toml_differences(const std::filesystem::path& before,
                                          const std::filesystem::path& after, std::size_t max,
                                          std::size_t bytes_max)
{
    const auto old_values = read_values(before);
    const auto new_values = read_values(after);
    std::map<std::string, std::string> lines;  // By path.
    for (const auto& [path, value] : old_values) {
        const auto found = new_values.find(path);
        if (found == new_values.end())
            lines[path] = fmt::format("- {}: {}", path, shown(path, value));
        else if (found->second != value)
            lines[path] =
                fmt::format("{}: {} -> {}", path, shown(path, value), shown(path, found->second));
    }
    for (const auto& [path, value] : new_values)
        if (!old_values.contains(path))
            lines[path] = fmt::format("+ {}: {}", path, shown(path, value));

    std::vector<std::string> differences;
    for (auto& [path, line] : lines) {
        if (differences.size() + 1 >= max && lines.size() > max) {
            differences.push_back(fmt::format("and {} more", lines.size() - differences.size()));
            break;
        }
        differences.push_back(cut(std::move(line), bytes_max));
    }
    return differences;
}

}  // namespace callwatch
