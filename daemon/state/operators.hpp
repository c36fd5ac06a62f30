#pragma once

#include <map>
#include <optional>
#include <set>

#include "daemon/model/fact.hpp"

namespace callwatch {

/// A telephone that may answer callers: the queues it is a member of, and whether it can.
struct OperatorState {
    struct Membership {
        bool paused = false;
        bool operator==(const Membership&) const = default;
    };
    std::map<QueueId, Membership> queues;
    std::set<CallId> calls;
    bool reachable = true;
    std::optional<Instant> reach_at;  ///< When `reachable` was said; nothing: it is a guess.
    /// When each membership last changed, ended ones included: what is older is no news.
    std::map<QueueId, Instant> changed_in;
    Instant changed_at;  ///< The last change of membership, pause or reach.

    bool operator==(const OperatorState&) const = default;
};

/// Who can answer now, as far as has been heard. Facts may come out of the order of their times
/// (two sources, a day told again): an older one changes nothing. Changes only by applying facts.
class OperatorBook {
public:
    void apply(const MemberLoggedOn& fact);
    void apply(const MemberLoggedOff& fact);
    void apply(const MemberPaused& fact);
    void apply(const MemberResumed& fact);
    void apply(const DeviceReachable& fact);
    void apply(const AgentOnCall& fact);
    void apply(const AgentOffCall& fact);

    const OperatorState* find(const DeviceId& device) const;
    const std::map<DeviceId, OperatorState>& all() const { return operators_; }

    bool operator==(const OperatorBook&) const = default;

private:
    friend struct BoardCodec;  ///< Snapshots: wire/board_codec.hpp.
    /// The device's state, if a change of this membership at `at` is news.
    OperatorState* change(const DeviceId& device, const QueueId& queue, Instant at);

    std::map<DeviceId, OperatorState> operators_;
};

}  // namespace callwatch
