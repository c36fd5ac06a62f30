#include "daemon/policy/operator_presence.hpp"

#include <algorithm>

namespace callwatch {
namespace {

const OperatorState& state_of(const Known& known, const DeviceId& device)
{
    static const OperatorState nobody;
    const auto* state = known.board.operators().find(device);
    return state == nullptr ? nobody : *state;
}

/// The queues an event speaks of: the one it names, or all the device is a member of.
std::vector<QueueId> queues_meant(const OperatorState& state, const QueueId& named)
{
    if (!named.empty()) return {named};
    std::vector<QueueId> all;
    for (const auto& [queue, membership] : state.queues) all.push_back(queue);
    return all;
}

void set_paused(const Known& known, const Event& event, const DeviceId& device,
                const QueueId& named, const std::optional<std::string>& reason, Facts& out)
{
    const auto& state = state_of(known, device);
    for (const auto& queue : queues_meant(state, named)) {
        const auto member = state.queues.find(queue);
        const bool is_paused = member != state.queues.end() && member->second.paused;
        if (is_paused == reason.has_value()) continue;
        if (reason)
            out.push_back(known.fact(MemberPaused{device, queue, event.occurred_at, *reason}));
        else
            out.push_back(known.fact(MemberResumed{device, queue, event.occurred_at}));
    }
}

}  // namespace

void take(const Known& known, const Event& event, const AgentLoggedOn& said, Facts& out)
{
    const auto& state = state_of(known, said.agent);
    for (const auto& queue : said.queues)
        if (!state.queues.contains(queue))
            out.push_back(known.fact(MemberLoggedOn{said.agent, queue, event.occurred_at}));
}

void take(const Known& known, const Event& event, const AgentLoggedOff& said, Facts& out)
{
    const auto& state = state_of(known, said.agent);
    const auto meant = said.queues.empty() ? queues_meant(state, {}) : said.queues;
    for (const auto& queue : meant)
        if (state.queues.contains(queue))
            out.push_back(known.fact(MemberLoggedOff{said.agent, queue, event.occurred_at}));
}

void take(const Known& known, const Event& event, const AgentReady& said, Facts& out)
{
    set_paused(known, event, said.agent, said.queue, std::nullopt, out);
}

void take(const Known& known, const Event& event, const AgentNotReady& said, Facts& out)
{
    set_paused(known, event, said.agent, said.queue, said.reason, out);
}

void take(const Known& known, const Event& event, const DevicePresence& said, Facts& out)
{
    if (state_of(known, said.device).reachable == said.reachable) return;
    out.push_back(known.fact(DeviceReachable{said.device, said.reachable, event.occurred_at}));
}

void take(const Known& known, const Event& event, const CallEstablished& said, Facts& out)
{
    if (said.agent.empty() || state_of(known, said.agent).calls.contains(said.call)) return;
    out.push_back(known.fact(AgentOnCall{said.agent, said.call, event.occurred_at}));
}

void take(const Known& known, const Event& event, const CallCleared& said, Facts& out)
{
    if (!state_of(known, said.agent).calls.contains(said.call)) return;
    out.push_back(known.fact(AgentOffCall{said.agent, said.call, event.occurred_at}));
}

void take_members(const Known& known, const Event& event, const QueueSnapshot& said, Facts& out)
{
    for (const auto& member : said.members) {
        const auto& state = state_of(known, member.agent);
        const auto have = state.queues.find(said.queue);
        if (have == state.queues.end())
            out.push_back(known.fact(MemberLoggedOn{member.agent, said.queue, said.as_of}));
        const bool was_paused = have != state.queues.end() && have->second.paused;
        if (member.paused && !was_paused)
            out.push_back(known.fact(MemberPaused{member.agent, said.queue, said.as_of, {}}));
        if (!member.paused && was_paused)
            out.push_back(known.fact(MemberResumed{member.agent, said.queue, said.as_of}));
        if (member.reachable != state.reachable)
            out.push_back(known.fact(DeviceReachable{member.agent, member.reachable, said.as_of}));
    }
    for (const auto& [device, state] : known.board.operators().all()) {
        const bool listed =
            std::any_of(said.members.begin(), said.members.end(),
                        [&, &id = device](const auto& one) { return one.agent == id; });
        if (!listed && state.queues.contains(said.queue) && state.changed_at < said.as_of)
            out.push_back(known.fact(MemberLoggedOff{device, said.queue, event.occurred_at}));
    }
}

}  // namespace callwatch
