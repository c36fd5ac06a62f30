#pragma once

#include <cstdint>
#include <string>

#include "callwatch/v1/board.pb.h"
#include "daemon/ctl/table.hpp"

namespace callwatch::ctl {

/// How many wait; beyond a limit of the queue with a word before it.
Cell waiting_cell(const v1::QueueRow& row);

/// How long the first in line has waited, at the daemon's time. Thresholds: requirement TS-2c.
Cell longest_cell(const v1::QueueRow& row, std::int64_t now_us);

/// One of today's figures, as known.
Cell day_cell(const std::string& figure, const v1::QueueRow& row);

}  // namespace callwatch::ctl
