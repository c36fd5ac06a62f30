#pragma once

#include <map>
#include <optional>
#include <vector>

#include "daemon/model/fact.hpp"

namespace callwatch {

/// One stretch of business hours that is covered, uncovered, or not known.
struct CoverageStretch {
    Coverage state{};
    CoverageCause cause{};  ///< Of an uncovered one.
    Instant from;
    std::optional<Instant> until;  ///< Nothing: it is the running one.
    bool alarmed = false;          ///< It has lasted coverage_debounce_s.
    bool operator==(const CoverageStretch&) const = default;
};

/// One location's business day: stretches without a hole, from opening to close.
struct CoverageDay {
    std::vector<CoverageStretch> stretches;  ///< Oldest first; at most stretches_kept, the newest.
    // Of stretches that are over, forgotten ones included.
    Micros covered{};
    Micros uncovered{};
    Micros not_known{};
    std::uint32_t times_uncovered = 0;
    std::uint32_t alarms = 0;
    bool operator==(const CoverageDay&) const = default;

    static constexpr std::size_t stretches_kept = 1'000;
};

struct LocationCoverage {
    Instant judged_until;                   ///< What happened before has been judged.
    std::map<LocalDate, CoverageDay> days;  ///< At most days_kept, the newest.
    bool operator==(const LocationCoverage&) const = default;

    /// The stretch that is not over; nullptr outside business hours.
    const CoverageStretch* running() const;
    const CoverageDay* find(LocalDate date) const;

    static constexpr std::size_t days_kept = 40;
};

/// The record of operator coverage: Telephone Customer Service Standards, item 1 (TS-1). Changes
/// only by applying facts.
class CoverageBook {
public:
    void apply(const CoverageChanged& fact);
    void apply(const CoverageJudged& fact);
    void apply(const NoOperatorAlarm& fact);

    const LocationCoverage* find(const LocationId& location) const;
    const std::map<LocationId, LocationCoverage>& all() const { return locations_; }
    /// Every location has been judged until then; the epoch if there is none.
    Instant judged_by_all() const;

    bool operator==(const CoverageBook&) const = default;

private:
    friend struct BoardCodec;  ///< Snapshots: wire/board_codec.hpp.

    std::map<LocationId, LocationCoverage> locations_;
};

}  // namespace callwatch
