#include "daemon/policy/coverage_timeline.hpp"

#include <algorithm>
#include <set>

namespace callwatch {
namespace {

/// What the location's sources could not see, as of one instant.
struct Doubt {
    bool now = false;  ///< Inside a gap.
    Instant until;     ///< What was said before this is no longer proof of anything.
};

bool is_open(const Gap& gap) { return gap.to == Instant{} || gap.to == Instant::max(); }

Doubt doubt_at(const Known& known, const Location& location, Instant at)
{
    Doubt doubt;
    for (const auto& source : known.directory.sources_of(location.id)) {
        const auto* state = known.board.sources().find(source);
        if (state == nullptr) continue;
        for (const auto& gap : state->gaps) {
            if (gap.from > at) continue;
            if (is_open(gap) || at < gap.to) doubt.now = true;
            doubt.until = std::max(doubt.until, is_open(gap) ? gap.from : gap.to);
        }
    }
    return doubt;
}

bool is_queue_complete(const AttendanceBook::QueueAttendance& queue, const Doubt& doubt, Instant at)
{
    if (at < queue.complete_since) return false;
    if (const auto listed = queue.last_listed(at)) return *listed >= doubt.until;
    // Sources that make no lists: known from the first word on, until something is missed.
    return doubt.until == Instant{} &&
           std::any_of(queue.members.begin(), queue.members.end(),
                       [&](const auto& member) { return member.second.begin()->first <= at; });
}

bool holds(const std::vector<DeviceId>& devices, const DeviceId& device)
{
    return std::find(devices.begin(), devices.end(), device) != devices.end();
}

/// Sorts one queue's members into `found`; false if the queue is not known completely.
bool look_at_queue(const Known& known, const QueueId& id, const Doubt& doubt, Instant at,
                   Attendance& found)
{
    const auto& attendance = known.board.attendance();
    const auto& queue = attendance.queue(id);
    for (const auto& [device, entries] : queue.members) {
        const auto member = queue.member(device, at);
        if (!member || member->said == Membership::away) continue;
        if (member->confirmed_at < doubt.until || at < queue.complete_since) continue;
        const auto reach = attendance.device(device).reach(at);
        auto& kind = member->said == Membership::paused ? found.paused
                   : reach && !reach->said              ? found.unreachable
                                                        : found.strong;
        if (!holds(kind, device)) kind.push_back(device);
    }
    return is_queue_complete(queue, doubt, at);
}

/// Evidence of a telephone that no queue knows as logged on; false if nothing is known of it.
bool look_at_device(const Known& known, const DeviceId& device, const Doubt& doubt, Instant at,
                    Attendance& found)
{
    if (holds(found.strong, device) || holds(found.paused, device) ||
        holds(found.unreachable, device))
        return true;
    const auto reach = known.board.attendance().device(device).reach(at);
    if (!reach || reach->confirmed_at < doubt.until) return false;
    (reach->said ? found.weak : found.unreachable).push_back(device);
    return true;
}

/// Every instant in (from, until) at which something may have changed, and `from` itself.
std::set<Instant> instants_between(const Known& known, const Location& location, Instant from,
                                   Instant until)
{
    std::set<Instant> instants{from};
    const auto add = [&](Instant at) {
        if (at > from && at < until) instants.insert(at);
    };
    const auto add_reach = [&](const DeviceId& device) {
        for (const auto& [at, said] : known.board.attendance().device(device).reachable) add(at);
    };
    for (const auto& id : location.operator_queues) {
        const auto& queue = known.board.attendance().queue(id);
        for (const auto& listed : queue.listed) add(listed);
        add(queue.complete_since);
        for (const auto& [device, entries] : queue.members) {
            for (const auto& [at, said] : entries) add(at);
            add_reach(device);
        }
    }
    for (const auto& device : location.operator_devices) add_reach(device);
    for (const auto& source : known.directory.sources_of(location.id))
        if (const auto* state = known.board.sources().find(source))
            for (const auto& gap : state->gaps) {
                add(gap.from);
                if (!is_open(gap)) add(gap.to);
            }
    return instants;
}

/// Why nobody can answer any more who could the moment before; else, why nobody can.
std::optional<CoverageCause> cause_of(const Attendance& before, const Attendance& now)
{
    auto staffed = before.strong;
    staffed.insert(staffed.end(), before.weak.begin(), before.weak.end());
    for (const auto& device : staffed) {
        if (holds(now.paused, device)) return CoverageCause::paused;
        if (holds(now.unreachable, device)) return CoverageCause::unreachable;
    }
    if (!staffed.empty()) return CoverageCause::logged_off;
    if (!now.paused.empty()) return CoverageCause::paused;
    if (!now.unreachable.empty()) return CoverageCause::unreachable;
    return std::nullopt;
}

}  // namespace

Attendance attendance_at(const Known& known, const Location& location, Instant at)
{
    Attendance found;
    const auto doubt = doubt_at(known, location, at);
    bool complete = !location.operator_queues.empty() || !location.operator_devices.empty();
    for (const auto& queue : location.operator_queues)
        complete = look_at_queue(known, queue, doubt, at, found) && complete;
    // Ready in one operator queue is enough.
    const auto is_strong = [&](const DeviceId& device) { return holds(found.strong, device); };
    std::erase_if(found.paused, is_strong);
    std::erase_if(found.unreachable, is_strong);
    for (const auto& device : location.operator_devices)
        complete = look_at_device(known, device, doubt, at, found) && complete;

    const bool is_staffed = !found.strong.empty() || !found.weak.empty();
    if (doubt.now)
        found.state = Coverage::not_known;
    else if (is_staffed)
        found.state = Coverage::covered;
    else
        found.state = complete ? Coverage::uncovered : Coverage::not_known;
    return found;
}

std::vector<CoverageSpan> coverage_between(const Known& known, const Location& location,
                                           Instant from, Instant until)
{
    std::vector<CoverageSpan> spans;
    auto before = attendance_at(known, location, from - Micros{1});
    for (const auto at : instants_between(known, location, from, until)) {
        auto now = attendance_at(known, location, at);
        if (spans.empty() || spans.back().state != now.state) {
            if (!spans.empty()) spans.back().until = at;
            spans.push_back({.state = now.state, .cause = {}, .from = at, .until = until});
            if (now.state == Coverage::uncovered) spans.back().cause = cause_of(before, now);
        }
        before = std::move(now);
    }
    return spans;
}

std::uint64_t attendance_changes(const Known& known, const Location& location)
{
    const auto& attendance = known.board.attendance();
    std::uint64_t changes = known.board.sources().changes();
    for (const auto& id : location.operator_queues) {
        const auto& queue = attendance.queue(id);
        changes += queue.changes;
        for (const auto& [device, entries] : queue.members)
            changes += attendance.device(device).changes;
    }
    for (const auto& device : location.operator_devices)
        changes += attendance.device(device).changes;
    return changes;
}

}  // namespace callwatch
