#include "daemon/policy/queue_calls.hpp"

#include <algorithm>
#include <set>

namespace callwatch {
namespace {

/// Real records are dirty: a departure that seems to come this little before its join is its own.
constexpr Micros clock_slack = std::chrono::seconds{1};

const QueueState& state_of(const Known& known, const QueueId& queue)
{
    static const QueueState empty;
    const auto* state = known.board.queues().find(queue);
    return state == nullptr ? empty : *state;
}

struct Joining {
    const QueueId& queue;
    const CallId& call;
    Instant at;
    Origin origin;
};

void join(const Known& known, const Joining& joining, Facts& out)
{
    const auto* queue = known.directory.queue(joining.queue);
    if (queue == nullptr) return;
    out.push_back(known.fact(
        QueueCallJoined{.queue = joining.queue,
                        .location = queue->location,
                        .call = joining.call,
                        .joined_at = joining.at,
                        .date = known.directory.calendar(queue->location).local_date(joining.at),
                        .origin = joining.origin}));
}

}  // namespace

void take(const Known& known, const Event& event, const CallQueued& said, Facts& out)
{
    const auto& state = state_of(known, said.queue);
    if (state.waiting.contains(said.call) || state.knows_visit(said.call, event.occurred_at))
        return;
    join(known, {said.queue, said.call, event.occurred_at, event.origin}, out);
}

void take(const Known& known, const Event& event, const CallDequeued& said, Facts& out)
{
    const auto* queue = known.directory.queue(said.queue);
    const auto& state = state_of(known, said.queue);
    const auto waiting = state.waiting.find(said.call);
    if (queue == nullptr || waiting == state.waiting.end()) return;
    const auto joined_at = waiting->second.joined_at;
    if (event.occurred_at + clock_slack < joined_at ||
        state.knows_departure(said.call, event.occurred_at))
        return;  // Of an earlier visit.
    const auto measured = std::chrono::duration_cast<Millis>(event.occurred_at - joined_at);
    const auto wait = std::max(Millis{0}, said.wait > Millis{0} ? said.wait : measured);
    out.push_back(known.fact(QueueCallLeft{.queue = said.queue,
                                           .location = queue->location,
                                           .call = said.call,
                                           .cause = said.cause,
                                           .left_at = event.occurred_at,
                                           .wait = wait,
                                           .in_threshold = wait <= queue->service_level,
                                           .short_abandon = said.cause == DequeueCause::abandoned &&
                                                            wait < known.policy.short_abandon}));
}

void take_waiting(const Known& known, const Event&, const QueueSnapshot& said, Facts& out)
{
    const auto& state = state_of(known, said.queue);
    std::set<CallId> listed;
    for (const auto& caller : said.waiting) {
        if (!listed.insert(caller.call).second || state.waiting.contains(caller.call)) continue;
        auto since = std::min(caller.since, said.as_of);
        if (const auto left = state.last_left(caller.call)) {
            if (*left >= said.as_of) continue;  // Seen to leave after the list was made.
            since = std::max(since, *left);
        }
        join(known, {said.queue, caller.call, since, Origin::reconcile}, out);
    }
    for (const auto& [call, waiting] : state.waiting) {
        if (listed.contains(call) || waiting.joined_at >= said.as_of) continue;
        out.push_back(known.fact(QueueCallLeft{.queue = said.queue,
                                               .location = state.location,
                                               .call = call,
                                               .cause = DequeueCause::reconciled,
                                               .left_at = said.as_of}));
    }
}

}  // namespace callwatch
