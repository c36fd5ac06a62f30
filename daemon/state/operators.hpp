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
    Instant changed_at;  ///< The last change of membership, pause or reach.

    /// Logged on to one of `queues_asked` (empty: any), not paused there, and reachable. On a call
    /// counts as staffed (requirement TS-1).
    bool is_staffed(const std::vector<QueueId>& queues_asked) const;
    bool is_paused_everywhere(const std::vector<QueueId>& queues_asked) const;
    bool operator==(const OperatorState&) const = default;
};

/// Who can answer. Changes only by applying facts.
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

    std::map<DeviceId, OperatorState> operators_;
};

}  // namespace callwatch
