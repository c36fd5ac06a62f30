#include "daemon/board/operator_index.hpp"

namespace callwatch {
namespace {

template <class Key, class Value>
const std::set<Value>& found_in(const std::map<Key, std::set<Value>>& index, const Key& key)
{
    static const std::set<Value> nothing;
    const auto found = index.find(key);
    return found == index.end() ? nothing : found->second;
}

}  // namespace

OperatorIndex::OperatorIndex(const Directory& directory, const Board& board)
{
    for (const auto& location : directory.organisation().locations) {
        for (const auto& queue : location.operator_queues) locations_[queue].push_back(location.id);
        for (const auto& device : location.operator_devices) add(location.id, device);
    }
    for (const auto& [device, state] : board.operators().all())
        for (const auto& [queue, membership] : state.queues) note(queue, device);
}

void OperatorIndex::note(const QueueId& queue, const DeviceId& device)
{
    const auto found = locations_.find(queue);
    if (found == locations_.end()) return;
    for (const auto& location : found->second) add(location, device);
}

const std::set<DeviceId>& OperatorIndex::of(const LocationId& location) const
{
    return found_in(devices_, location);
}

const std::set<LocationId>& OperatorIndex::locations_of(const DeviceId& device) const
{
    return found_in(by_device_, device);
}

void OperatorIndex::add(const LocationId& location, const DeviceId& device)
{
    devices_[location].insert(device);
    by_device_[device].insert(location);
}

}  // namespace callwatch
