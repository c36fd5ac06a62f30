#pragma once

#include <map>
#include <set>

#include "daemon/state/board.hpp"
#include "daemon/state/directory.hpp"

namespace callwatch {

/// Which telephones may answer for which location: its own operator devices, and whatever was ever
/// seen in one of its operator queues. Some may have left since: ask the state. Saves looking at
/// every telephone of the organisation for each location.
class OperatorIndex {
public:
    OperatorIndex(const Directory& directory, const Board& board);

    /// The telephone was named together with this queue.
    void note(const QueueId& queue, const DeviceId& device);

    const std::set<DeviceId>& of(const LocationId& location) const;
    const std::set<LocationId>& locations_of(const DeviceId& device) const;

private:
    void add(const LocationId& location, const DeviceId& device);

    std::map<QueueId, std::vector<LocationId>> locations_;  ///< Of operator queues.
    std::map<LocationId, std::set<DeviceId>> devices_;
    std::map<DeviceId, std::set<LocationId>> by_device_;
};

}  // namespace callwatch
