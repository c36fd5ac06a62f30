#pragma once

#include <optional>
#include <vector>

#include "wallboard/model/trend_day.hpp"

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

/// One workday, summed over the locations that are monitored.
struct Workday {
    std::chrono::sys_days date{};
    bool today = false;
    bool told = false;                      ///< False: no location has a row of that day.
    Instant from{};                         ///< When the first of `cells` begins.
    std::vector<WaitCell> cells;            ///< One for each half hour of the axis.
    HalfHour counts;                        ///< Of the whole day.
    std::uint64_t open = 0;                 ///< Messages, when it ended.
    bool unseen = false;                    ///< Counts are too small.
    bool same_definition = true;            ///< Of the service level, as today's.
    std::optional<Instant> unseen_since{};  ///< Something has not been seen since then, till now.
};

constexpr std::size_t workdays_most = 5;

/// The newest workdays on today's axis as the board alone tells them, the newest first: nothing is
/// ahead, and what is unseen till now was seen. A workday is what has a row with hours; Monday to
/// Friday without any row is one too, and says that nothing is told. At most two weeks back.
std::vector<Workday> whole_workdays(const Snapshot& snapshot, const TrendDay& today);

/// The newest `most` of them, at most workdays_most, oldest first, as they stand now. A linked
/// board has the whole days (links.hpp).
std::vector<Workday> make_workdays(const Snapshot& snapshot, const TrendDay& today, Instant now,
                                   std::size_t most);

/// From how long on a wait is marked; 0 where the queues do not agree, or none is configured.
struct WaitLimits {
    std::uint32_t amber_s = 0;
    std::uint32_t red_s = 0;
};
WaitLimits wait_limits(const Snapshot& snapshot);

}  // namespace wallboard
