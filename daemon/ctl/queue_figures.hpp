#pragma once

#include <optional>

#include "callwatch/v1/board.pb.h"

namespace callwatch::ctl {

/// Answered calls as a percentage of the calls that have left the queue today: answered, abandoned,
/// timed out, left by a key or otherwise. Those still waiting are not judged. Nothing if none has
/// left.
std::optional<double> answered_percentage(const callwatch::v1::QueueRow& row);

/// Service level SL4: answered within T / (answered + abandoned − abandoned within T). Nothing if
/// no such call, or if the row names another variant.
std::optional<double> service_level(const callwatch::v1::QueueRow& row);

}  // namespace callwatch::ctl
