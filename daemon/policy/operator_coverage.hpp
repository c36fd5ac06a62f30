#pragma once

#include "daemon/policy/known.hpp"

namespace callwatch {

/// Telephone Customer Service Standards, item 1 (requirements TS-1, TS-1b): at every instant of
/// business hours an operator of the location is staffed: logged on and not on break; on a call
/// counts. What each source said is judged by its own time, once every source of the location has
/// passed it, so that the order of arrival decides nothing. Stretches are half-open and cut at
/// opening and close; a stretch without an operator that is shorter than one second is none.
///
/// What could not be seen (before the first list of members, inside a gap and until the members
/// are listed again, while a source says nothing) is neither covered nor uncovered. A stretch of
/// coverage_debounce_s without an operator is an alarm, once.
class CoverageJudge {
public:
    void judge(const Known& known, Facts& out);

private:
    /// What a location was judged on last, to cost nothing while nothing changes. Forgetting it
    /// changes no result.
    struct Look {
        Instant settled;
        std::uint64_t changes = 0;
        Instant quiet_until;  ///< Nothing can come of it before.
    };
    void judge_location(const Known& known, const Location& location, Facts& out);

    std::map<LocationId, Look> looked_at_;
};

/// Since when nobody can answer, as far as has been heard and not only as far as it is settled;
/// nothing if somebody can, it is not known, or the location is closed.
std::optional<Instant> no_operator_since(const Known& known, const Location& location);

/// [from, until) of the day in which coverage is judged: business hours, from monitoring_start on.
/// Nothing on a day without any.
std::optional<BusinessHours> judged_hours(const Known& known, const Location& location,
                                          LocalDate date);

constexpr std::chrono::seconds uncovered_min{1};  ///< Requirement TS-1.

}  // namespace callwatch
