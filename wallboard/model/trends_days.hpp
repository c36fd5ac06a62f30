#pragma once

#include "wallboard/model/trends_view.hpp"

namespace wallboard {

/// True if the board tells half hours of a day before the one on the axis.
bool has_earlier_days(const Snapshot& snapshot);

/// The plots of the page Trends with a day where today's have a half hour: the sums of up to five
/// workdays, oldest first, today so far. Messages are those open when the day ended, or now.
/// Longest waits are by half hours all the same.
TrendPlots make_day_plots(const Snapshot& snapshot, Instant now, const TrendPlaces& at);

}  // namespace wallboard
