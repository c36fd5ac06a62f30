#pragma once

#include <map>
#include <optional>

#include "daemon/model/fact.hpp"

namespace callwatch {

struct LocationDays {
    std::optional<Instant> monitored_from;  ///< When the collector first watched it.
    std::map<LocalDate, DayChecked> days;   ///< The newest revision of each; at most days_kept.
    /// For each, when it was first settled (not provisional); the signing time runs from here.
    std::map<LocalDate, Instant> settled_at;
    bool operator==(const LocationDays&) const = default;

    static constexpr std::size_t days_kept = 40;
};

/// End-of-day checks: exactly one a location and workday, with numbered revisions (invariant I4).
class DayBook {
public:
    void apply(const MonitoringBegan& fact);
    void apply(const DayChecked& fact, Instant decided_at);

    const LocationDays* find(const LocationId& location) const;
    const DayChecked* find(const LocationId& location, LocalDate date) const;
    const std::map<LocationId, LocationDays>& all() const { return locations_; }

    bool operator==(const DayBook&) const = default;

private:
    friend struct BoardCodec;  ///< Snapshots: wire/board_codec.hpp.

    std::map<LocationId, LocationDays> locations_;
};

}  // namespace callwatch
