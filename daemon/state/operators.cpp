#include "daemon/state/operators.hpp"

#include <algorithm>

namespace callwatch {
namespace {

template <class Wanted>
bool any_membership(const OperatorState& state, const std::vector<QueueId>& asked, Wanted wanted)
{
    return std::any_of(state.queues.begin(), state.queues.end(), [&](const auto& entry) {
        const bool is_asked =
            asked.empty() || std::find(asked.begin(), asked.end(), entry.first) != asked.end();
        return is_asked && wanted(entry.second);
    });
}

}  // namespace

bool OperatorState::is_staffed(const std::vector<QueueId>& queues_asked) const
{
    return reachable &&
           any_membership(*this, queues_asked, [](const Membership& one) { return !one.paused; });
}

bool OperatorState::is_paused_everywhere(const std::vector<QueueId>& queues_asked) const
{
    return any_membership(*this, queues_asked, [](const Membership&) { return true; }) &&
           !any_membership(*this, queues_asked, [](const Membership& one) { return !one.paused; });
}

void OperatorBook::apply(const MemberLoggedOn& fact)
{
    auto& state = operators_[fact.device];
    state.queues.try_emplace(fact.queue);
    state.changed_at = std::max(state.changed_at, fact.since);
}

void OperatorBook::apply(const MemberLoggedOff& fact)
{
    auto& state = operators_[fact.device];
    state.queues.erase(fact.queue);
    state.changed_at = std::max(state.changed_at, fact.since);
}

void OperatorBook::apply(const MemberPaused& fact)
{
    auto& state = operators_[fact.device];
    state.queues[fact.queue].paused = true;
    state.changed_at = std::max(state.changed_at, fact.since);
}

void OperatorBook::apply(const MemberResumed& fact)
{
    auto& state = operators_[fact.device];
    state.queues[fact.queue].paused = false;
    state.changed_at = std::max(state.changed_at, fact.since);
}

void OperatorBook::apply(const DeviceReachable& fact)
{
    auto& state = operators_[fact.device];
    state.reachable = fact.reachable;
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
