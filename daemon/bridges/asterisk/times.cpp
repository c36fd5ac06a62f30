#include "daemon/bridges/asterisk/times.hpp"

#include <charconv>
#include <string>

#include <fmt/format.h>

namespace callwatch::asterisk {
namespace {

constexpr std::int64_t year_2000_s = 946'684'800;
constexpr std::int64_t year_2100_s = 4'102'444'800;

std::optional<std::int64_t> number(std::string_view text)
{
    std::int64_t value = 0;
    const auto [end, error] = std::from_chars(text.data(), text.data() + text.size(), value);
    if (text.empty() || text.front() == '-' || error != std::errc{} ||
        end != text.data() + text.size())
        return std::nullopt;
    return value;
}

/// ".004712" as 4712; an empty text as 0.
std::optional<std::int64_t> fraction_micros(std::string_view text)
{
    if (text.empty()) return 0;
    if (text.front() != '.' || text.size() < 2 || text.size() > 7) return std::nullopt;
    auto micros = number(text.substr(1));
    for (auto bytes = text.size(); micros && bytes < 7; ++bytes) *micros *= 10;
    return micros;
}

std::optional<Instant> plausible(std::int64_t seconds, std::int64_t fraction)
{
    if (seconds < year_2000_s || seconds >= year_2100_s) return std::nullopt;
    return instant_of(seconds * 1'000'000 + fraction);
}

/// "Z", "+13:00", "-06:00" in seconds east of Greenwich.
std::optional<std::int64_t> zone_seconds(std::string_view text)
{
    if (text == "Z" || text == "z") return 0;
    if (text.size() != 6 || (text[0] != '+' && text[0] != '-') || text[3] != ':')
        return std::nullopt;
    const auto hours = number(text.substr(1, 2));
    const auto minutes = number(text.substr(4, 2));
    if (!hours || !minutes || *hours > 23 || *minutes > 59) return std::nullopt;
    const std::int64_t seconds = *hours * 3600 + *minutes * 60;
    return text[0] == '-' ? -seconds : seconds;
}

}  // namespace

std::optional<Instant> parse_epoch(std::string_view text)
{
    if (text.size() > 24) return std::nullopt;
    const auto point = std::min(text.find('.'), text.size());
    const auto seconds = number(text.substr(0, point));
    const auto fraction = fraction_micros(text.substr(point));
    if (!seconds || !fraction) return std::nullopt;
    return plausible(*seconds, *fraction);
}

std::optional<Instant> parse_rfc3339(std::string_view text)
{
    if (text.size() < 20 || text.size() > 32 || text[4] != '-' || text[7] != '-' ||
        (text[10] != 'T' && text[10] != 't' && text[10] != ' ') || text[13] != ':' ||
        text[16] != ':')
        return std::nullopt;
    const auto zone_at = text.find_first_of("Zz+-", 19);
    if (zone_at == std::string_view::npos) return std::nullopt;
    const auto part = [&](std::size_t at, std::size_t size) {
        return number(text.substr(at, size));
    };
    const auto year = part(0, 4), month = part(5, 2), day = part(8, 2);
    const auto hour = part(11, 2), minute = part(14, 2), second = part(17, 2);
    const auto fraction = fraction_micros(text.substr(19, zone_at - 19));
    const auto zone = zone_seconds(text.substr(zone_at));
    if (!year || !month || !day || !hour || !minute || !second || !fraction || !zone)
        return std::nullopt;
    const std::chrono::year_month_day date{std::chrono::year{static_cast<int>(*year)},
                                           std::chrono::month{static_cast<unsigned>(*month)},
                                           std::chrono::day{static_cast<unsigned>(*day)}};
    if (!date.ok() || *hour > 23 || *minute > 59 || *second > 59) return std::nullopt;
    const std::int64_t days = std::chrono::sys_days{date}.time_since_epoch().count();
    return plausible(days * 86'400 + *hour * 3600 + *minute * 60 + *second - *zone, *fraction);
}

std::optional<Micros> parse_duration(std::string_view text)
{
    const auto first = text.find(':');
    if (first == std::string_view::npos || first > 5 || text.size() != first + 6 ||
        text[first + 3] != ':')
        return std::nullopt;
    const auto hours = number(text.substr(0, first));
    const auto minutes = number(text.substr(first + 1, 2));
    const auto seconds = number(text.substr(first + 4, 2));
    if (!hours || !minutes || !seconds || *minutes > 59 || *seconds > 59) return std::nullopt;
    return std::chrono::hours{*hours} + std::chrono::minutes{*minutes} +
           std::chrono::seconds{*seconds};
}

std::string format_utc(Instant at)
{
    const auto day = std::chrono::floor<std::chrono::days>(at);
    const std::chrono::year_month_day date{day};
    const std::chrono::hh_mm_ss<Micros> time{at - day};
    return fmt::format("{:04}-{:02}-{:02}T{:02}:{:02}:{:02}.{:06}Z", static_cast<int>(date.year()),
                       static_cast<unsigned>(date.month()), static_cast<unsigned>(date.day()),
                       time.hours().count(), time.minutes().count(), time.seconds().count(),
                       time.subseconds().count());
}

}  // namespace callwatch::asterisk
