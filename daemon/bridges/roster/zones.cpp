#include "daemon/bridges/roster/zones.hpp"

#include <cstdio>
#include <stdexcept>

#include <date/tz.h>

namespace callwatch::roster {

std::optional<Zone> Zone::make(const std::string& name)
try {
    const auto* zone = date::locate_zone(name);
    // The library reads a zone's file at first use: now, while it can still be refused.
    static_cast<void>(zone->get_info(date::sys_seconds{}));
    return Zone{zone};
} catch (const std::runtime_error&) {
    return std::nullopt;
}

std::optional<Instant> Zone::parse(std::string_view text) const
{
    constexpr int first_year = 1970;
    constexpr int last_year = 2037;  // The system's zone rules end there.
    int year = 0, hour = 0, minute = 0, read = 0;
    unsigned month = 0, day = 0;
    const std::string line{text};
    const bool has_time = line.size() == 16;
    if (line.size() != 10 && !has_time) return std::nullopt;
    const char* form = has_time ? "%4d-%2u-%2u %2d:%2d%n" : "%4d-%2u-%2u%n";
    const int fields = std::sscanf(line.c_str(), form, &year, &month, &day,  // NOLINT(cert-err34-c)
                                   has_time ? &hour : &read, has_time ? &minute : nullptr, &read);
    const bool is_whole = fields == (has_time ? 5 : 3) && read == static_cast<int>(line.size());
    const date::year_month_day date{date::year{year}, date::month{month}, date::day{day}};
    if (!is_whole || !date.ok() || year < first_year || year > last_year || hour < 0 || hour > 23 ||
        minute < 0 || minute > 59)
        return std::nullopt;
    const date::local_seconds local =
        date::local_days{date} + std::chrono::hours{hour} + std::chrono::minutes{minute};
    return Instant{zone_->to_sys(local, date::choose::earliest).time_since_epoch()};
}

}  // namespace callwatch::roster
