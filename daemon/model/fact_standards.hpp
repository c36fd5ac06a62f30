#pragma once

#include <string>
#include <vector>

#include "daemon/model/event.hpp"
#include "daemon/model/people.hpp"

namespace callwatch {

// Operators, scripts and routes (Telephone Customer Service Standards, items 2 and 5, Action 2 and
// the required scripts), and what is known of callers who ring again.

/// The location's answering system speaks this version of the required scripts. A supervisor's
/// word; `approved`: a manager's (requirement TS-0).
struct ScriptAttested {
    LocationId location;
    std::string version;
    bool approved = false;
    PersonId by;
    Instant at{};
    bool operator==(const ScriptAttested&) const = default;
};

/// Somebody was trained to answer the telephone (item 5).
struct TrainingRecorded {
    PersonId person;
    LocationId location;
    LocalDate on{};
    RemarkToken remark;
    PersonId by;
    Instant at{};
    bool operator==(const TrainingRecorded&) const = default;
};

/// A telephone rang for a caller of a queue, and that is over: answered, or not (item 5, "monitors
/// telephone operators"). Rings that the telephone system took back itself are none.
struct RingEnded {
    DeviceId device;
    QueueId queue;
    LocationId location;
    CallId call;
    LocalDate date{};  ///< The location's.
    Millis ring{};
    bool answered = false;
    Instant at{};
    bool operator==(const RingEnded&) const = default;
};

/// An operator is ready again in a queue, or has left it: so long she was not.
struct PauseEnded {
    DeviceId device;
    QueueId queue;
    LocationId location;
    LocalDate date{};  ///< The location's, when the pause began.
    Millis paused{};
    Instant at{};
    bool operator==(const PauseEnded&) const = default;
};

/// Where one choice of a caller leads: an option of the menu, or a number that is dialled.
struct Route {
    std::string option;  ///< "0"; "+15125550100"
    RouteKind kind = RouteKind::unspecified;
    std::string to;  ///< A native id; empty for a number outside.
    bool operator==(const Route&) const = default;
};

/// What the telephone system says of a location's routes: all of them. It takes the place of those
/// of the organisation file.
struct RoutesListed {
    LocationId location;
    std::vector<Route> routes;  ///< At most routes_max.
    Instant as_of{};
    bool operator==(const RoutesListed&) const = default;
};
constexpr std::size_t routes_max = 200;

/// BAD_ROUTE: an option that leads nowhere, or to somebody who left (requirement TS-A2).
struct RouteFaulted {
    LocationId location;
    Route route;
    std::string why;  ///< Stable: "unknown", "departed", "empty".
    Instant at{};
    bool operator==(const RouteFaulted&) const = default;
};

struct RouteMended {
    LocationId location;
    std::string option;
    Instant at{};
    bool operator==(const RouteMended&) const = default;
};

/// Somebody with an unreturned message waits in a queue.
struct CallerRang {
    CallId call;
    LocationId location;
    Party caller;
    Instant at{};
    bool operator==(const CallerRang&) const = default;
};

/// ... and was served: perhaps the message asks for no call any more. A person decides that.
struct CallerServed {
    MessageId message;
    CallId call;
    DeviceId device;
    PersonId person;
    Instant at{};
    bool operator==(const CallerServed&) const = default;
};

}  // namespace callwatch
