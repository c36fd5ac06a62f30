#pragma once

#include <cstddef>

#include "wallboard/model/end_of_day_view.hpp"

namespace wallboard {

/// What the page End of day is made from. `day` is null if there is no check.
struct DayInput {
    const Snapshot& snapshot;
    const Moment& moment;
    const Location& location;
    const Day* day;
    std::size_t lines_max;  ///< Lines that fit under the verdict.

    Instant now() const { return moment.figures; }
    std::string time(Instant at) const;
};

/// Messages that break the rule: open ones, unless an attempt counts for them.
std::uint32_t violations_of(const Day& day);

/// Fills shape, word, sentence, lines and notes.
void tell_before_check(const DayInput& in, EndOfDayView& view);
void tell_verdict(const DayInput& in, EndOfDayView& view);

/// The four conditions of CLEAR; boxes are set by the caller.
std::vector<Evidence> make_evidence(const DayInput& in);

/// Shape and number of one office in the strip.
Office make_office(const Snapshot& snapshot, const Location& location, Instant now);

/// True once there is a check to judge, or its time has passed.
bool is_after_check(const Day* day, const Location& location, Instant now);

}  // namespace wallboard
