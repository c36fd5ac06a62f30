#pragma once

#include "daemon/policy/known.hpp"

namespace callwatch {

/// Telephone Customer Service Standards, item 7 (requirement TS-7): "supervisors check at the end
/// of each day that no calls remain". One check a location and workday, at its close (+ eod_grace).
///
/// VIOLATIONS as soon as one is proved; else UNKNOWN if anything is in doubt; else CLEAR. It is
/// settled when every source of the location has passed the check. With one still behind after
/// settle_wait it says UNKNOWN provisionally, and is revised (same check, next revision) when the
/// sources catch up, or when evidence from before the check changes it, until the signing time is
/// over.
///
/// A thing is judged by when it happened: a message returned after the check was open at the check.
class DayJudge {
public:
    /// Appends MonitoringBegan for a location seen for the first time, and every check that is due.
    void judge(const Known& known, Facts& out);

private:
    void judge_location(const Known& known, const Location& location, Facts& out);
    void revise(const Known& known, const Location& location, const DayChecked& before, Facts& out);

    /// What was looked at last, to cost nothing while nothing changes. Forgetting it changes no
    /// result.
    std::map<std::pair<LocationId, LocalDate>, std::string> looked_at_;
};

/// The check as it stands on what is known now, as revision 1.
DayChecked check_day(const Known& known, const LocationId& location, const BusinessHours& hours);

constexpr int days_per_step_max = 40;  ///< Checks made up for in one step, after a long outage.

}  // namespace callwatch
