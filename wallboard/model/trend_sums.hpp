#pragma once

#include <vector>

#include "wallboard/model/trend_day.hpp"
#include "wallboard/model/trend_workdays.hpp"

namespace wallboard {

/// The half hours of all locations added up, as far as that does not depend on the time: made once
/// for each board (links.hpp), for a frame has no time to add up thousands of rows.
struct TrendSums {
    TrendDay today;
    std::vector<Workday> workdays;  ///< The newest first.
};

}  // namespace wallboard
