#include "daemon/state/queues.hpp"

#include <algorithm>

#include "daemon/model/check.hpp"

namespace callwatch {
namespace {

void note_depth(QueueState& queue, Instant at)
{
    const auto minute = std::chrono::floor<std::chrono::minutes>(at);
    const auto depth = static_cast<std::uint32_t>(queue.waiting.size());
    auto& minutes = queue.minutes;
    if (minutes.empty() || minutes.back().minute < minute) {
        // The minute began as deep as the one before ended.
        const auto before = minutes.empty() ? 0 : minutes.back().last;
        minutes.push_back({minute, std::max(before, depth), depth});
        if (minutes.size() > QueueState::minutes_kept) minutes.pop_front();
        return;
    }
    minutes.back().deepest = std::max(minutes.back().deepest, depth);
    minutes.back().last = depth;
}

QueueCounts& counts_of(QueueState& queue, LocalDate date)
{
    auto& counts = queue.days[date];
    while (queue.days.size() > QueueState::days_kept && queue.days.begin()->first < date)
        queue.days.erase(queue.days.begin());
    return counts;
}

void count_departure(QueueCounts& counts, const QueueCallLeft& fact)
{
    using enum DequeueCause;
    counts.longest_wait = std::max(counts.longest_wait, fact.wait);
    switch (fact.cause) {
        case answered:
            ++counts.answered;
            counts.answered_in_threshold += fact.in_threshold ? 1 : 0;
            counts.answered_wait += fact.wait;
            return;
        case abandoned:
            ++counts.abandoned;
            counts.short_abandoned += fact.short_abandon ? 1 : 0;
            counts.abandoned_in_threshold += fact.in_threshold ? 1 : 0;
            return;
        case timeout: ++counts.timed_out; return;
        case exit_key: ++counts.left_by_key; return;
        default: ++counts.left_otherwise; return;
    }
}

}  // namespace

std::optional<Instant> QueueState::oldest() const
{
    std::optional<Instant> oldest;
    for (const auto& [call, waiting_call] : waiting)
        if (!oldest || waiting_call.joined_at < *oldest) oldest = waiting_call.joined_at;
    return oldest;
}

const QueueCounts& QueueState::counts(LocalDate date) const
{
    static const QueueCounts nothing;
    const auto found = days.find(date);
    return found == days.end() ? nothing : found->second;
}

void QueueBook::apply(const QueueCallJoined& fact)
{
    auto& queue = queues_[fact.queue];
    queue.location = fact.location;
    const auto [where, is_new] = queue.waiting.emplace(
        fact.call, WaitingCall{.joined_at = fact.joined_at, .date = fact.date});
    CALLWATCH_CHECK(is_new);
    ++counts_of(queue, fact.date).offered;
    note_depth(queue, fact.joined_at);
}

void QueueBook::apply(const QueueCallLeft& fact)
{
    auto& queue = queues_[fact.queue];
    const auto found = queue.waiting.find(fact.call);
    CALLWATCH_CHECK(found != queue.waiting.end());
    const auto date = found->second.date;
    queue.waiting.erase(found);
    count_departure(counts_of(queue, date), fact);
    note_depth(queue, fact.left_at);
}

bool QueueBook::is_waiting(const QueueId& queue, const CallId& call) const
{
    const auto found = queues_.find(queue);
    return found != queues_.end() && found->second.waiting.contains(call);
}

const QueueState* QueueBook::find(const QueueId& queue) const
{
    const auto found = queues_.find(queue);
    return found == queues_.end() ? nullptr : &found->second;
}

}  // namespace callwatch
