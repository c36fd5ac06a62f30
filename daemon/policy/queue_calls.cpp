#include "daemon/policy/queue_calls.hpp"

#include <algorithm>

namespace callwatch {
namespace {

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
    if (known.board.queues().is_waiting(said.queue, said.call)) return;
    join(known, {said.queue, said.call, event.occurred_at, event.origin}, out);
}

void take(const Known& known, const Event& event, const CallDequeued& said, Facts& out)
{
    const auto* queue = known.directory.queue(said.queue);
    if (queue == nullptr || !known.board.queues().is_waiting(said.queue, said.call)) return;
    const auto joined_at = known.board.queues().find(said.queue)->waiting.at(said.call).joined_at;
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

void take_waiting(const Known& known, const Event& event, const QueueSnapshot& said, Facts& out)
{
    for (const auto& caller : said.waiting)
        if (!known.board.queues().is_waiting(said.queue, caller.call))
            join(known,
                 {said.queue, caller.call, std::min(caller.since, event.occurred_at),
                  Origin::reconcile},
                 out);

    const auto* state = known.board.queues().find(said.queue);
    if (state == nullptr) return;
    for (const auto& [call, waiting] : state->waiting) {
        const bool listed =
            std::any_of(said.waiting.begin(), said.waiting.end(),
                        [&, &id = call](const auto& one) { return one.call == id; });
        if (listed || waiting.joined_at >= said.as_of) continue;
        out.push_back(known.fact(QueueCallLeft{.queue = said.queue,
                                               .location = state->location,
                                               .call = call,
                                               .cause = DequeueCause::reconciled,
                                               .left_at = said.as_of}));
    }
}

}  // namespace callwatch
