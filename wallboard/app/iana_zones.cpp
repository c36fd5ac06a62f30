#include "wallboard/app/iana_zones.hpp"

#include <stdexcept>

#include <date/tz.h>

namespace wallboard {
namespace {

using Kind = desk::ZoneTime::Kind;

const date::time_zone* find_zone(const std::string& name)
{
    try {
        return date::locate_zone(name);
    } catch (const std::runtime_error&) {
        return nullptr;
    }
}

desk::ZoneTime resolve(const std::string& name, Micros local)
{
    const date::time_zone* zone = find_zone(name);
    if (zone == nullptr) return {};
    const auto found = zone->get_info(date::local_time<Micros>{local});
    const Instant first{local - found.first.offset};
    switch (found.result) {
        case date::local_info::unique: return {Kind::once, first};
        case date::local_info::ambiguous: return {Kind::twice, first};
        default: return {Kind::never, Instant{found.first.end}};
    }
}

std::optional<std::chrono::seconds> offset(const std::string& name, Instant at)
{
    const date::time_zone* zone = find_zone(name);
    if (zone == nullptr) return std::nullopt;
    return zone->get_info(at).offset;
}

}  // namespace

desk::Zones iana_zones() { return {.resolve = resolve, .offset = offset}; }

}  // namespace wallboard
