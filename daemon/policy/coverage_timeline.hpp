#pragma once

#include "daemon/policy/known.hpp"

namespace callwatch {

/// Who of a location's operators could answer at one instant, and what that proves. One who is
/// staffed proves "covered"; "uncovered" needs that every operator queue has been listed, and every
/// operator telephone heard of, since anything was last missed.
struct Attendance {
    Coverage state{};
    std::vector<DeviceId> strong;  ///< Logged on to an operator queue, not paused, reachable.
    std::vector<DeviceId> weak;    ///< A telephone that is on; presence not known.
    std::vector<DeviceId> paused;
    std::vector<DeviceId> unreachable;

    bool is_known() const { return state != Coverage::not_known; }
};

/// [from, until) in one state.
struct CoverageSpan {
    Coverage state{};
    std::optional<CoverageCause> cause;  ///< Of an uncovered one; nothing: nobody was logged on.
    Instant from;
    Instant until;
};

/// As far as has been heard, whether or not it is settled. Business hours are not asked about.
Attendance attendance_at(const Known& known, const Location& location, Instant at);

/// What is known of [from, until), in order and without a hole; neighbours differ in state.
std::vector<CoverageSpan> coverage_between(const Known& known, const Location& location,
                                           Instant from, Instant until);

/// Grows with everything that was said about the location's operators.
std::uint64_t attendance_changes(const Known& known, const Location& location);

}  // namespace callwatch
