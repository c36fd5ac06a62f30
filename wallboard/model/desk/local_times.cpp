#include "wallboard/model/desk/local_times.hpp"

#include <fmt/format.h>

#include "wallboard/model/levels.hpp"
#include "wallboard/model/words.hpp"

namespace wallboard::desk {

std::chrono::seconds offset_at(const Knowledge& known, const std::string& location, Instant at)
{
    const Location* place = find_location(known.board, location);
    if (place == nullptr) return std::chrono::seconds{0};
    if (known.zones.offset == nullptr) return place->utc_offset;
    return known.zones.offset(place->zone, at).value_or(place->utc_offset);
}

std::string local_date(const Knowledge& known, const std::string& location, Instant at)
{
    if (!said(at)) return {};
    const std::chrono::year_month_day date{
        std::chrono::floor<std::chrono::days>(at + offset_at(known, location, at))};
    return fmt::format("{:04}-{:02}-{:02}", static_cast<int>(date.year()),
                       static_cast<unsigned>(date.month()), static_cast<unsigned>(date.day()));
}

std::string local_text(const Knowledge& known, const std::string& location, Instant at)
{
    if (!said(at)) return {};
    return local_date(known, location, at) + " " +
           hour_minute_text(at, offset_at(known, location, at));
}

ZoneTime resolve(const Knowledge& known, const std::string& location, Micros local)
{
    const Location* place = find_location(known.board, location);
    if (place == nullptr) return {};
    if (known.zones.resolve == nullptr)
        return {ZoneTime::Kind::once, Instant{local - place->utc_offset}};
    return known.zones.resolve(place->zone, local);
}

}  // namespace wallboard::desk
