#pragma once

#include "daemon/policy/known.hpp"

namespace callwatch {

/// Telephone Customer Service Standards, Action 2 (requirement TS-A2): telephones are programmed to
/// direct callers to the appropriate employee or group. BAD_ROUTE: a choice that leads to nothing
/// that is configured ("unknown"), to somebody who left ("departed"), or to a mailbox whose group
/// has nobody left ("empty"). Judged while the location is monitored, when the routes, or who works
/// where, change.
class RouteJudge {
public:
    /// A fact that has been applied.
    void note(const Fact& fact);
    void judge(const Known& known, Facts& out);

private:
    bool has_news_ = true;
};

/// All routes of a location, from its telephone system. Refused: malformed (it does not say which
/// location, and serves several), unknown_subject.
std::optional<Refusal> take(const Known& known, const Event& event, const RoutesObserved& said,
                            Facts& out);

/// Those that the telephone system listed last; else the configured ones.
const std::vector<Route>& routes_of(const Known& known, const Location& location);

/// Why the route is bad; empty: it is good.
std::string fault_of(const Known& known, const Location& location, const Route& route);

}  // namespace callwatch
