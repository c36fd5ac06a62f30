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

void forget_old_days(QueueState& queue)
{
    while (queue.days.size() > QueueState::days_kept) queue.days.erase(queue.days.begin());
    if (queue.days.empty()) return;
    queue.visits.erase(queue.visits.begin(), queue.visits.lower_bound(queue.days.begin()->first));
}

/// The day's counts; nothing if it is older than the days that are kept.
QueueCounts* counts_of(QueueState& queue, LocalDate date)
{
    queue.days.try_emplace(date);
    forget_old_days(queue);
    const auto found = queue.days.find(date);
    return found == queue.days.end() ? nullptr : &found->second;
}

void remember_visit(QueueState& queue, const CallId& call, const WaitingCall& visit,
                    Instant left_at)
{
    if (!queue.days.contains(visit.date)) return;
    queue.visits[visit.date].add(
        {.call = call.text, .joined_at = visit.joined_at, .left_at = left_at});
}

/// Is there a visit of this call for which `holds` is true?
template <class Holds>
bool any_visit(const QueueState& queue, const CallId& call, Holds holds)
{
    return std::any_of(queue.visits.begin(), queue.visits.end(),
                       [&](const auto& day) { return day.second.any(call.text, holds); });
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

bool QueueState::knows_visit(const CallId& call, Instant joined_at) const
{
    return any_visit(*this, call, [&](const QueueVisit& visit) {
        return visit.joined_at == joined_at || joined_at < visit.left_at;
    });
}

bool QueueState::knows_departure(const CallId& call, Instant left_at) const
{
    return any_visit(*this, call,
                     [&](const QueueVisit& visit) { return visit.left_at == left_at; });
}

std::optional<Instant> QueueState::last_left(const CallId& call) const
{
    std::optional<Instant> last;
    any_visit(*this, call, [&](const QueueVisit& visit) {
        last = std::max(last.value_or(visit.left_at), visit.left_at);
        return false;
    });
    return last;
}

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
    ++queue.joins;
    CALLWATCH_CHECK(queue.waiting.size() == queue.joins - queue.leaves);
    if (auto* counts = counts_of(queue, fact.date)) ++counts->offered;
    if (auto* counts = counts_in_quarter(fact.location, fact.joined_at)) ++counts->offered;
    note_depth(queue, fact.joined_at);
}

void QueueBook::apply(const QueueCallLeft& fact)
{
    auto& queue = queues_[fact.queue];
    const auto found = queue.waiting.find(fact.call);
    CALLWATCH_CHECK(found != queue.waiting.end());
    const auto visit = found->second;
    queue.waiting.erase(found);
    ++queue.leaves;
    CALLWATCH_CHECK(queue.waiting.size() == queue.joins - queue.leaves);
    if (auto* counts = counts_of(queue, visit.date)) count_departure(*counts, fact);
    if (auto* counts = counts_in_quarter(queue.location, visit.joined_at))
        count_departure(*counts, fact);
    remember_visit(queue, fact.call, visit, fact.left_at);
    note_depth(queue, fact.left_at);
}

/// Nothing if it is older than what is kept.
QueueCounts* QueueBook::counts_in_quarter(const LocationId& location, Instant joined_at)
{
    const auto quarter = quarter_of(joined_at);
    auto& quarters = quarters_[location];
    const auto oldest = [&] { return quarters.rbegin()->first - quarters_kept; };
    if (!quarters.empty() && quarter <= oldest()) return nullptr;
    auto& counts = quarters[quarter];
    quarters.erase(quarters.begin(), quarters.upper_bound(oldest()));
    return &counts;
}

const std::map<QuarterHour, QueueCounts>& QueueBook::quarters(const LocationId& location) const
{
    static const std::map<QuarterHour, QueueCounts> nothing;
    const auto found = quarters_.find(location);
    return found == quarters_.end() ? nothing : found->second;
}

const QueueState* QueueBook::find(const QueueId& queue) const
{
    const auto found = queues_.find(queue);
    return found == queues_.end() ? nullptr : &found->second;
}

}  // namespace callwatch
