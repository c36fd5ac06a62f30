#pragma once

#include <map>
#include <optional>
#include <set>
#include <vector>

#include "daemon/model/fact.hpp"

namespace callwatch {

struct LocationDays {
    std::optional<Instant> monitored_from;  ///< When the collector first watched it.
    std::map<LocalDate, DayChecked> days;   ///< The newest revision of each; at most days_kept.
    /// For each, when it was first settled (not provisional); the signing time runs from here.
    std::map<LocalDate, Instant> settled_at;
    std::map<LocalDate, DaySigned> signatures;
    std::set<LocalDate> missed;  ///< Not signed in time, also if signed later.
    std::map<LocalDate, std::vector<DayAmended>> amendments;

    /// It was settled, nobody has signed it, and nobody was told so yet.
    bool awaits_signature(LocalDate date) const
    {
        return settled_at.contains(date) && !signatures.contains(date) && !missed.contains(date);
    }
    /// Null: none.
    const std::vector<DayAmended>* amendments_of(LocalDate date) const;
    bool operator==(const LocationDays&) const = default;

    static constexpr std::size_t days_kept = 40;
    static constexpr std::size_t amendments_max = 1'000;  ///< Of one day.
};

/// End-of-day checks: exactly one a location and workday, with numbered revisions (invariant I4).
class DayBook {
public:
    void apply(const MonitoringBegan& fact);
    void apply(const DayChecked& fact, Instant decided_at);
    void apply(const DaySigned& fact);
    void apply(const CheckMissed& fact);
    void apply(const DayAmended& fact);

    const LocationDays* find(const LocationId& location) const;
    const DayChecked* find(const LocationId& location, LocalDate date) const;
    const std::map<LocationId, LocationDays>& all() const { return locations_; }

    bool operator==(const DayBook&) const = default;

private:
    friend struct BoardCodec;  ///< Snapshots: wire/board_codec.hpp.

    std::map<LocationId, LocationDays> locations_;
};

}  // namespace callwatch
