#include "daemon/state/rings.hpp"

#include <algorithm>

namespace callwatch {
namespace {

/// Where the queue is, or would be.
template <class Queues>
auto place_of(Queues& queues, const QueueId& queue)
{
    return std::lower_bound(queues.begin(), queues.end(), queue,
                            [](const auto& entry, const QueueId& id) { return entry.first < id; });
}

}  // namespace

void RingBook::apply(const RingEnded& fact)
{
    auto& counts = counts_of(fact.date, fact.device, fact.queue);
    ++(fact.answered ? counts.answered : counts.missed);
    counts.longest = std::max(counts.longest, fact.ring);
    counts.latest = std::max(counts.latest, fact.at);
}

void RingBook::apply(const PauseEnded& fact)
{
    counts_of(fact.date, fact.device, fact.queue).paused += fact.paused;
}

RingCounts& RingBook::counts_of(LocalDate date, const DeviceId& device, const QueueId& queue)
{
    days_.erase(days_.begin(), days_.lower_bound(date - kept_for));
    auto& queues = days_[date][device];
    const auto place = place_of(queues, queue);
    if (place != queues.end() && place->first == queue) return place->second;
    return queues.insert(place, {queue, {}})->second;
}

const RingCounts* RingBook::find(LocalDate date, const DeviceId& device, const QueueId& queue) const
{
    const auto day = days_.find(date);
    if (day == days_.end()) return nullptr;
    const auto of_device = day->second.find(device);
    if (of_device == day->second.end()) return nullptr;
    const auto place = place_of(of_device->second, queue);
    return place == of_device->second.end() || place->first != queue ? nullptr : &place->second;
}

}  // namespace callwatch
