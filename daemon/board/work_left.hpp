#pragma once

#include "daemon/board/board_view.hpp"

namespace callwatch {

/// Return calls of one location against the time until its close: fields 39 to 42. `hours` are
/// those of the business date; the row has its hours already. Outside business hours nothing is at
/// risk.
void set_work_left(v1::LocationRow& row, const BoardView& view, const MessageTotals& totals,
                   const std::optional<BusinessHours>& hours);

}  // namespace callwatch
