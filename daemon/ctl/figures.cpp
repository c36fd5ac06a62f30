#include "daemon/ctl/figures.hpp"

#include <algorithm>

#include <fmt/format.h>

namespace callwatch::ctl {

std::string duration(std::int64_t milliseconds)
{
    const std::int64_t seconds = std::max<std::int64_t>(0, milliseconds) / 1'000;
    if (seconds < 3'600) return fmt::format("{}:{:02}", seconds / 60, seconds % 60);
    return fmt::format("{}:{:02}:{:02}", seconds / 3'600, seconds / 60 % 60, seconds % 60);
}

std::string count(std::uint64_t value)
{
    std::string digits = fmt::format("{}", value);
    for (std::size_t from_right = 3; from_right < digits.size(); from_right += 4) {
        digits.insert(digits.size() - from_right, 1, ' ');
    }
    return digits;
}

std::optional<double> percentage(std::uint64_t part, std::uint64_t whole)
{
    if (whole == 0) return std::nullopt;
    const std::uint64_t tenths = part > whole ? 1'000 : part * 1'000 / whole;
    return static_cast<double>(tenths) / 10;
}

std::string percent(std::optional<double> value)
{
    return value ? fmt::format("{:.1f} %", *value) : "–";
}

std::string last_known(const std::string& figure)
{
    return figure == "0" || figure == "–" ? "?" : figure + "?";
}

}  // namespace callwatch::ctl
