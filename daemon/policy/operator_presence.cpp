#include "daemon/policy/operator_presence.hpp"

#include <algorithm>
#include <set>

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

/// One statement about one thing, at the time the source gives.
struct Statement {
    const Event& event;
    std::optional<Instant> newest;     ///< What is known already is of then; nothing: nothing is.
    std::optional<Instant> confirmed;  ///< What was in force at the event's time, if anything was.
    bool is_change = true;             ///< It differs from that.
};

/// A repeated statement says nothing, unless something was missed since, or another source may
/// still speak of an earlier time. One that is older than what is known matters only if it can
/// still be judged by: a bridge with a new spool may tell the whole day again.
bool is_news(const Known& known, const Statement& statement)
{
    const auto at = statement.event.occurred_at;
    const auto& source = statement.event.source;
    const bool may_be_overtaken = known.awaits_others(source, at);
    if (statement.newest && at < *statement.newest)
        return statement.is_change && (may_be_overtaken || !known.has_passed(source, at));
    return statement.is_change || may_be_overtaken ||
         *statement.confirmed < known.doubt_until(source);
}

bool is_news(const Known& known, const Event& event, const DeviceId& device, const QueueId& queue,
             Membership said)
{
    if (known.directory.queue(queue) == nullptr) return false;  // Nobody asks about its members.
    const auto& changed_in = state_of(known, device).changed_in;
    const auto changed = changed_in.find(queue);
    const auto before = known.board.attendance().queue(queue).member(device, event.occurred_at);
    Statement statement{.event = event, .newest = {}, .confirmed = {}};
    if (changed != changed_in.end()) statement.newest = changed->second;
    if (before) statement.confirmed = before->confirmed_at;
    statement.is_change = !before || before->said != said;
    return is_news(known, statement);
}

void tell_reach(const Known& known, const Event& event, const DeviceId& device, bool reachable,
                Facts& out)
{
    const auto before = known.board.attendance().device(device).reach(event.occurred_at);
    Statement statement{
        .event = event, .newest = state_of(known, device).reach_at, .confirmed = {}};
    if (before) statement.confirmed = before->confirmed_at;
    statement.is_change = !before || before->said != reachable;
    if (is_news(known, statement))
        out.push_back(known.fact(DeviceReachable{device, reachable, event.occurred_at}));
}

/// A list of a queue's members adds to what is proved: there was none, or something was missed.
bool is_needed(const Known& known, const Event& event, const QueueSnapshot& said)
{
    const auto last = known.board.attendance().queue(said.queue).last_listed(Instant::max());
    if (!last) return true;
    return *last < known.doubt_until(event.source) && *last < said.as_of;
}

}  // namespace

void take(const Known& known, const Event& event, const AgentLoggedOn& said, Facts& out)
{
    for (const auto& queue : said.queues) {
        const auto before =
            known.board.attendance().queue(queue).member(said.agent, event.occurred_at);
        // One who is logged on and paused stays so.
        const auto now =
            before && before->said == Membership::paused ? Membership::paused : Membership::ready;
        if (!is_news(known, event, said.agent, queue, now)) continue;
        if (now == Membership::paused)
            out.push_back(known.fact(MemberPaused{said.agent, queue, event.occurred_at, {}}));
        else
            out.push_back(known.fact(MemberLoggedOn{said.agent, queue, event.occurred_at}));
    }
}

void take(const Known& known, const Event& event, const AgentLoggedOff& said, Facts& out)
{
    const auto meant =
        said.queues.empty() ? queues_meant(state_of(known, said.agent), {}) : said.queues;
    for (const auto& queue : meant)
        if (is_news(known, event, said.agent, queue, Membership::away))
            out.push_back(known.fact(MemberLoggedOff{said.agent, queue, event.occurred_at}));
}

void take(const Known& known, const Event& event, const AgentReady& said, Facts& out)
{
    for (const auto& queue : queues_meant(state_of(known, said.agent), said.queue))
        if (is_news(known, event, said.agent, queue, Membership::ready))
            out.push_back(known.fact(MemberResumed{said.agent, queue, event.occurred_at}));
}

void take(const Known& known, const Event& event, const AgentNotReady& said, Facts& out)
{
    for (const auto& queue : queues_meant(state_of(known, said.agent), said.queue))
        if (is_news(known, event, said.agent, queue, Membership::paused))
            out.push_back(
                known.fact(MemberPaused{said.agent, queue, event.occurred_at, said.reason}));
}

void take(const Known& known, const Event& event, const DevicePresence& said, Facts& out)
{
    tell_reach(known, event, said.device, said.reachable, out);
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
    if (known.directory.queue(said.queue) == nullptr) return;
    const auto& attendance = known.board.attendance().queue(said.queue);
    const auto is_newer = [&](const DeviceId& device) {
        const auto& changed_in = state_of(known, device).changed_in;
        const auto changed = changed_in.find(said.queue);
        return changed != changed_in.end() && changed->second >= said.as_of;
    };
    std::set<DeviceId> listed;
    for (const auto& member : said.members) {
        if (!listed.insert(member.agent).second) continue;
        const auto& state = state_of(known, member.agent);
        if (member.reachable != state.reachable &&
            (!state.reach_at || *state.reach_at < said.as_of))
            out.push_back(known.fact(DeviceReachable{member.agent, member.reachable, said.as_of}));
        if (is_newer(member.agent)) continue;
        const auto before = attendance.member(member.agent, said.as_of);
        const auto was = before ? before->said : Membership::away;
        if (member.paused && was != Membership::paused)
            out.push_back(known.fact(MemberPaused{member.agent, said.queue, said.as_of, {}}));
        else if (!member.paused && was == Membership::paused)
            out.push_back(known.fact(MemberResumed{member.agent, said.queue, said.as_of}));
        else if (!member.paused && was == Membership::away)
            out.push_back(known.fact(MemberLoggedOn{member.agent, said.queue, said.as_of}));
    }
    for (const auto& [device, entries] : attendance.members) {
        const auto before = attendance.member(device, said.as_of);
        if (!before || before->said == Membership::away) continue;
        if (!listed.contains(device) && !is_newer(device))
            out.push_back(known.fact(MemberLoggedOff{device, said.queue, said.as_of}));
    }
    if (is_needed(known, event, said))
        out.push_back(known.fact(QueueListed{said.queue, said.as_of}));
}

}  // namespace callwatch
