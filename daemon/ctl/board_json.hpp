#pragma once

#include "callwatch/v1/board.pb.h"
#include "daemon/ctl/row_json.hpp"

namespace callwatch::ctl {

/// One row of the board as `watch --json` tells it: {"kind", "id", "revision", "removed", "row"};
/// `row` is null for one that was removed. README.md lists the keys.
Json board_row_json(const v1::BoardRow& row);

Json day_row_json(const v1::DayRow& row);
Json trend_json(const v1::TrendRow& row);
Json alarm_json(const v1::AlarmRow& row);
Json collector_json(const v1::CollectorRow& row);

}  // namespace callwatch::ctl
