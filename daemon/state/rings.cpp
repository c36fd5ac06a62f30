#include "daemon/state/rings.hpp"

#include <algorithm>

namespace callwatch {

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
    const auto horizon = date - kept_for;
    while (!days_.empty() && std::get<LocalDate>(days_.begin()->first) < horizon)
        days_.erase(days_.begin());
    return days_[{date, device, queue}];
}

const RingCounts* RingBook::find(LocalDate date, const DeviceId& device, const QueueId& queue) const
{
    const auto found = days_.find({date, device, queue});
    return found == days_.end() ? nullptr : &found->second;
}

}  // namespace callwatch
