#include "daemon/state/attendance.hpp"

#include <algorithm>

namespace callwatch {
namespace {

/// The entry in force at `at`: the last one at or before it.
template <class Said>
auto in_force(const std::map<Instant, Said>& said, Instant at)
{
    const auto next = said.upper_bound(at);
    return next == said.begin() ? said.end() : std::prev(next);
}

/// Leaves of what was said before `until` only the last.
template <class Said>
void fold_entries(std::map<Instant, Said>& said, Instant until)
{
    const auto last = in_force(said, until);
    if (last != said.end()) said.erase(said.begin(), last);
}

}  // namespace

std::optional<Attended<Membership>> AttendanceBook::QueueAttendance::member(const DeviceId& device,
                                                                            Instant at) const
{
    const auto found = members.find(device);
    if (found == members.end()) return std::nullopt;
    const auto entry = in_force(found->second, at);
    if (entry == found->second.end()) return std::nullopt;
    return Attended<Membership>{entry->second,
                                std::max(entry->first, last_listed(at).value_or(Instant{}))};
}

std::optional<Instant> AttendanceBook::QueueAttendance::last_listed(Instant at) const
{
    const auto next = listed.upper_bound(at);
    if (next == listed.begin()) return std::nullopt;
    return *std::prev(next);
}

std::optional<Attended<bool>> AttendanceBook::DeviceAttendance::reach(Instant at) const
{
    const auto entry = in_force(reachable, at);
    if (entry == reachable.end()) return std::nullopt;
    return Attended<bool>{entry->second, entry->first};
}

void AttendanceBook::say(const QueueId& queue, const DeviceId& device, Instant at, Membership said)
{
    auto& attendance = queues_[queue];
    auto& entries = attendance.members[device];
    entries[at] = said;
    ++attendance.changes;
    if (entries.size() <= changes_kept) return;
    entries.erase(entries.begin());
    attendance.complete_since = std::max(attendance.complete_since, entries.begin()->first);
}

void AttendanceBook::apply(const MemberLoggedOn& fact)
{
    say(fact.queue, fact.device, fact.since, Membership::ready);
}

void AttendanceBook::apply(const MemberLoggedOff& fact)
{
    say(fact.queue, fact.device, fact.since, Membership::away);
}

void AttendanceBook::apply(const MemberPaused& fact)
{
    say(fact.queue, fact.device, fact.since, Membership::paused);
}

void AttendanceBook::apply(const MemberResumed& fact)
{
    say(fact.queue, fact.device, fact.since, Membership::ready);
}

void AttendanceBook::apply(const DeviceReachable& fact)
{
    auto& device = devices_[fact.device];
    device.reachable[fact.since] = fact.reachable;
    ++device.changes;
    // The oldest may go: before the first entry nothing is known of the telephone.
    if (device.reachable.size() > changes_kept) device.reachable.erase(device.reachable.begin());
}

void AttendanceBook::apply(const QueueListed& fact)
{
    auto& attendance = queues_[fact.queue];
    attendance.listed.insert(fact.as_of);
    ++attendance.changes;
    if (attendance.listed.size() > changes_kept) attendance.listed.erase(attendance.listed.begin());
}

void AttendanceBook::fold(Instant until)
{
    for (auto& [id, attendance] : queues_) {
        for (auto& [device, entries] : attendance.members) fold_entries(entries, until);
        const auto next = attendance.listed.upper_bound(until);
        if (next != attendance.listed.begin())
            attendance.listed.erase(attendance.listed.begin(), std::prev(next));
    }
    for (auto& [id, device] : devices_) fold_entries(device.reachable, until);
}

const AttendanceBook::QueueAttendance& AttendanceBook::queue(const QueueId& id) const
{
    static const QueueAttendance nothing;
    const auto found = queues_.find(id);
    return found == queues_.end() ? nothing : found->second;
}

const AttendanceBook::DeviceAttendance& AttendanceBook::device(const DeviceId& id) const
{
    static const DeviceAttendance nothing;
    const auto found = devices_.find(id);
    return found == devices_.end() ? nothing : found->second;
}

}  // namespace callwatch
