#include "daemon/settings/settings_error.hpp"

#include <fmt/format.h>
#include <fmt/ranges.h>

#include <algorithm>

namespace callwatch {
namespace {

// What is in a file is not ours: toml++ repeats it as it is, and it must not break the line or the
// terminal.
std::string on_one_line(std::string_view text)
{
    std::string line;
    for (const char c : text) {
        if (static_cast<unsigned char>(c) < 0x20 || c == 0x7F)
            line += fmt::format("\\u{:04X}", static_cast<unsigned>(c));
        else
            line += c;
    }
    return line;
}

}  // namespace

SettingsError::SettingsError(std::vector<std::string> faults)
    : std::runtime_error{fmt::format("{}", fmt::join(faults, "\n"))},
      faults_{std::move(faults)}
{
}

void SettingsFaults::add(std::string_view file, int line, std::string text)
{
    const auto known = std::find(files_.begin(), files_.end(), file);
    const auto index = static_cast<std::size_t>(known - files_.begin());
    if (known == files_.end()) files_.emplace_back(file);
    faults_.push_back({.file = index, .line = line, .text = std::move(text)});
}

std::vector<std::string> SettingsFaults::texts() const
{
    auto sorted = faults_;
    std::stable_sort(sorted.begin(), sorted.end(), [](const Fault& a, const Fault& b) {
        return std::tie(a.file, a.line) < std::tie(b.file, b.line);
    });

    std::vector<std::string> lines;
    for (const Fault& fault : sorted) {
        if (lines.size() == faults_shown_max) {
            lines.push_back(fmt::format("and {} more faults", sorted.size() - faults_shown_max));
            break;
        }
        const auto line = fault.line > 0 ? fmt::format(":{}", fault.line) : "";
        lines.push_back(on_one_line(fmt::format("{}{}: {}", files_[fault.file], line, fault.text)));
    }
    return lines;
}

void SettingsFaults::throw_if_any() const
{
    if (!empty()) throw SettingsError{texts()};
}

}  // namespace callwatch
