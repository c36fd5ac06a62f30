#include "daemon/state/operators.hpp"

#include <algorithm>

namespace callwatch {

OperatorState* OperatorBook::change(const DeviceId& device, const QueueId& queue, Instant at)
{
    auto& state = operators_[device];
    const auto [changed, is_first] = state.changed_in.try_emplace(queue, at);
    if (!is_first && at < changed->second) return nullptr;
    changed->second = at;
    state.changed_at = std::max(state.changed_at, at);
    return &state;
}

void OperatorBook::apply(const MemberLoggedOn& fact)
{
    if (auto* state = change(fact.device, fact.queue, fact.since))
        state->queues.try_emplace(fact.queue);
}

void OperatorBook::apply(const MemberLoggedOff& fact)
{
    if (auto* state = change(fact.device, fact.queue, fact.since)) state->queues.erase(fact.queue);
}

void OperatorBook::apply(const MemberPaused& fact)
{
    if (auto* state = change(fact.device, fact.queue, fact.since))
        state->queues[fact.queue].paused = true;
}

void OperatorBook::apply(const MemberResumed& fact)
{
    if (auto* state = change(fact.device, fact.queue, fact.since))
        state->queues[fact.queue].paused = false;
}

void OperatorBook::apply(const DeviceReachable& fact)
{
    auto& state = operators_[fact.device];
    if (state.reach_at && fact.since < *state.reach_at) return;
    state.reachable = fact.reachable;
    state.reach_at = fact.since;
    state.changed_at = std::max(state.changed_at, fact.since);
}

void OperatorBook::apply(const AgentOnCall& fact)
{
    operators_[fact.device].calls.insert(fact.call);
}

void OperatorBook::apply(const AgentOffCall& fact)
{
    operators_[fact.device].calls.erase(fact.call);
}

const OperatorState* OperatorBook::find(const DeviceId& device) const
{
    const auto found = operators_.find(device);
    return found == operators_.end() ? nullptr : &found->second;
}

}  // namespace callwatch
