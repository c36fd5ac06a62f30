#pragma once

#include <string>
#include <vector>

#include "wallboard/model/trend_hours.hpp"

namespace wallboard {

/// The longest wait of one half hour on one day.
struct WaitCell {
    enum class State {
        blank,   ///< Outside the hours of that day, or nobody tells.
        waited,  ///< 0: nobody had to.
        unseen,
        ahead,
    };
    State state = State::blank;
    Micros longest{};
};

struct WaitDay {
    std::chrono::sys_days date{};
    bool today = false;
    bool told = false;            ///< False: no location has a row of that day.
    std::vector<WaitCell> cells;  ///< One for each half hour of the axis.
};

/// The newest `most` workdays on today's axis, by the clock on the wall, oldest first; the longest
/// over all locations that are monitored. A workday is what has a row with hours; Monday to Friday
/// without any row is one too, and says that nothing is told. At most two weeks back.
std::vector<WaitDay> make_wait_days(const Snapshot& snapshot, const TrendHours& hours, Instant now,
                                    std::size_t most);

/// From how long on a wait is marked; 0 where the queues do not agree, or none is configured.
struct WaitLimits {
    std::uint32_t amber_s = 0;
    std::uint32_t red_s = 0;
};
WaitLimits wait_limits(const Snapshot& snapshot);

}  // namespace wallboard
