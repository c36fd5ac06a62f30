#include "daemon/ctl/local_times.hpp"

#include <set>
#include <sstream>
#include <stdexcept>

#include <date/tz.h>

#include "daemon/ctl/text.hpp"
#include "daemon/model/types.hpp"

namespace callwatch::ctl {
namespace {

constexpr std::int64_t year_10000_us = 253'402'300'800'000'000;

bool is_shown(std::int64_t time_us) { return time_us > 0 && time_us < year_10000_us; }

Instant instant(std::int64_t time_us) { return Instant{Micros{time_us}}; }

const date::time_zone* find_zone(const std::string& name)
{
    try {
        return date::locate_zone(name);
    } catch (const std::runtime_error&) {
        return nullptr;
    }
}

date::local_seconds local(const date::time_zone* zone, std::int64_t time_us)
{
    const auto at = std::chrono::floor<std::chrono::seconds>(instant(time_us));
    return zone == nullptr ? date::local_seconds{at.time_since_epoch()} : zone->to_local(at);
}

}  // namespace

std::string rfc3339(std::int64_t time_us)
{
    if (!is_shown(time_us)) return {};
    return date::format("%FT%TZ", instant(time_us));
}

std::string with_weekday(const std::string& business_date)
{
    std::istringstream stream{business_date};
    date::local_days day;
    stream >> date::parse("%F", day);
    if (!stream || stream.peek() != std::istringstream::traits_type::eof())
        return clean(business_date);
    return date::format("%A %F", day);
}

LocalTimes::LocalTimes(
    const google::protobuf::RepeatedPtrField<callwatch::v1::LocationRow>& locations)
{
    std::set<const date::time_zone*> seen;
    for (const auto& location : locations) {
        const date::time_zone* zone = find_zone(location.zone());
        zones_[location.location_id()] = zone;
        seen.insert(zone);
    }
    mixed_ = seen.size() > 1;
    if (seen.size() == 1) common_ = *seen.begin();
}

const date::time_zone* LocalTimes::zone_of(const std::string& location) const
{
    const auto found = zones_.find(location);
    return found == zones_.end() ? common_ : found->second;
}

std::string LocalTimes::moment(const std::string& location, std::int64_t time_us,
                               std::int64_t now_us) const
{
    if (time_us == 0) return "–";
    if (!is_shown(time_us)) return "?";
    const bool today = is_shown(now_us) && day(location, time_us) == day(location, now_us);
    return date::format(today ? "%T" : "%F %T", local(zone_of(location), time_us));
}

std::string LocalTimes::in_full(const std::string& location, std::int64_t time_us) const
{
    if (time_us == 0) return "–";
    if (!is_shown(time_us)) return "?";
    return date::format("%F %T ", local(zone_of(location), time_us)) +
           abbreviation(location, time_us);
}

std::string LocalTimes::day(const std::string& location, std::int64_t time_us) const
{
    return is_shown(time_us) ? date::format("%F", local(zone_of(location), time_us)) : "?";
}

std::string LocalTimes::abbreviation(const std::string& location, std::int64_t time_us) const
{
    const date::time_zone* zone = zone_of(location);
    if (zone == nullptr || !is_shown(time_us)) return "UTC";
    return zone->get_info(std::chrono::floor<std::chrono::seconds>(instant(time_us))).abbrev;
}

std::optional<std::int64_t> LocalTimes::parse(const std::string& location, const std::string& text,
                                              std::int64_t now_us) const
{
    const bool has_date = text.find('-') != std::string::npos;
    const auto whole = has_date ? text : day(location, now_us) + " " + text;
    for (const char* form : {"%F %T", "%F %H:%M"}) {
        std::istringstream stream{whole};
        date::local_seconds at;
        stream >> date::parse(form, at);
        if (!stream || stream.peek() != std::istringstream::traits_type::eof()) continue;
        const auto* zone = zone_of(location);
        const auto utc = zone == nullptr ? std::chrono::sys_seconds{at.time_since_epoch()}
                                         : zone->to_sys(at, date::choose::earliest);
        return Micros{utc.time_since_epoch()}.count();
    }
    return std::nullopt;
}

std::string LocalTimes::caption() const
{
    if (!mixed_) return "Times: " + (common_ == nullptr ? "UTC" : common_->name()) + ".";
    return "Times are local to each location; without a location, UTC.";
}

}  // namespace callwatch::ctl
