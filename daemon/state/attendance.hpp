#pragma once

#include <map>
#include <optional>
#include <set>

#include "daemon/model/fact.hpp"

namespace callwatch {

/// How a telephone stands to a queue.
enum class Membership : std::uint8_t { away, paused, ready };

/// What was said last before some instant, and when it was last confirmed.
template <class Said>
struct Attended {
    Said said{};
    Instant confirmed_at;
};

/// Who was where, dated: the evidence that operator coverage is judged by (requirement TS-1). The
/// order in which facts arrive does not matter, only their times. What every location has been
/// judged by is folded away.
class AttendanceBook {
public:
    /// One queue: its members' changes, and when its whole list was last seen.
    struct QueueAttendance {
        std::map<DeviceId, std::map<Instant, Membership>> members;
        std::set<Instant> listed;
        Instant complete_since;  ///< What was said before was forgotten for lack of room.
        std::uint64_t changes = 0;
        bool operator==(const QueueAttendance&) const = default;

        std::optional<Attended<Membership>> member(const DeviceId& device, Instant at) const;
        /// The newest list of all members at or before `at`.
        std::optional<Instant> last_listed(Instant at) const;
    };
    /// One telephone: whether it could be rung.
    struct DeviceAttendance {
        std::map<Instant, bool> reachable;
        std::uint64_t changes = 0;
        bool operator==(const DeviceAttendance&) const = default;

        std::optional<Attended<bool>> reach(Instant at) const;
    };

    void apply(const MemberLoggedOn& fact);
    void apply(const MemberLoggedOff& fact);
    void apply(const MemberPaused& fact);
    void apply(const MemberResumed& fact);
    void apply(const DeviceReachable& fact);
    void apply(const QueueListed& fact);
    /// What was said before `until` counts by its outcome only.
    void fold(Instant until);

    const QueueAttendance& queue(const QueueId& id) const;
    const DeviceAttendance& device(const DeviceId& id) const;

    static constexpr std::size_t changes_kept = 256;  ///< Of one member, and lists of one queue.

    bool operator==(const AttendanceBook&) const = default;

private:
    friend struct BoardCodec;  ///< Snapshots: wire/board_codec.hpp.

    void say(const QueueId& queue, const DeviceId& device, Instant at, Membership said);

    std::map<QueueId, QueueAttendance> queues_;
    std::map<DeviceId, DeviceAttendance> devices_;
};

}  // namespace callwatch
