#pragma once

#include <map>
#include <optional>
#include <string>
#include <string_view>

#include "daemon/model/types.hpp"

namespace date {
class time_zone;
}

namespace callwatch::roster {

/// Local times of one place, read.
class Zone {
public:
    /// Nothing if the system has no such zone.
    static std::optional<Zone> make(const std::string& name);

    /// "2026-11-20" (its first moment) or "2026-11-20 08:00", from 1970 to 2037. Of a time that
    /// happens twice the first; one that does not exist is the moment of the change.
    std::optional<Instant> parse(std::string_view text) const;

private:
    explicit Zone(const date::time_zone* zone) : zone_{zone} {}
    const date::time_zone* zone_;
};

/// The zone of each location, and of all others.
struct Zones {
    Zone usual;
    std::map<std::string, Zone> of_locations;

    const Zone& of(const std::string& location) const
    {
        const auto found = of_locations.find(location);
        return found == of_locations.end() ? usual : found->second;
    }
};

}  // namespace callwatch::roster
