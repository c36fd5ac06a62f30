#include "daemon/settings/time_of_day.hpp"

namespace callwatch {
namespace {

using std::chrono::hours;
using std::chrono::minutes;

bool is_digit(char c) { return c >= '0' && c <= '9'; }

}  // namespace

std::optional<std::chrono::seconds> parse_time_of_day(std::string_view text)
{
    if (text.size() != 5 || text[2] != ':') return std::nullopt;
    for (const std::size_t i : {0u, 1u, 3u, 4u})
        if (!is_digit(text[i])) return std::nullopt;
    const hours hour{(text[0] - '0') * 10 + (text[1] - '0')};
    const minutes minute{(text[3] - '0') * 10 + (text[4] - '0')};
    if (minute > minutes{59} || hour + minute > hours{24}) return std::nullopt;
    return hour + minute;
}

std::optional<DayHours> parse_day_hours(std::string_view text)
{
    if (text.size() != 11 || text[5] != '-') return std::nullopt;
    const auto from = parse_time_of_day(text.substr(0, 5));
    const auto to = parse_time_of_day(text.substr(6));
    if (!from || !to || *from >= *to) return std::nullopt;
    return DayHours{.from = *from, .to = *to};
}

}  // namespace callwatch
