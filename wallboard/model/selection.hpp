#pragma once

#include <string>
#include <vector>

#include "wallboard/model/snapshot.hpp"

namespace wallboard {

/// The board of these locations only, in this order, with their queues, days, half hours
/// and sources; a source
/// that names no location stays. An empty list is the whole board in the collector's order.
Snapshot select_locations(Snapshot snapshot, const std::vector<std::string>& location_ids);

}  // namespace wallboard
