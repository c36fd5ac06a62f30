#include "daemon/policy/call_routes.hpp"

#include <algorithm>
#include <set>

namespace callwatch {
namespace {

std::string fault_of_mailbox(const Known& known, const MailboxId& id)
{
    const auto* mailbox = known.directory.mailbox(id);
    if (mailbox == nullptr) return "unknown";
    const auto* departure = known.board.departures().find(id);
    if (departure == nullptr || departure->handed_over) return {};
    return mailbox->group.empty() ? "departed" : "empty";
}

std::string fault_of_telephone(const Known& known, const Location& location, const DeviceId& id)
{
    const auto& operators = location.operator_devices;
    if (std::find(operators.begin(), operators.end(), id) != operators.end()) return {};
    const auto user = known.directory.user_of(id, known.now);
    const auto* person = known.directory.person(user);
    if (person == nullptr) return "unknown";
    const auto left = known.board.departures().left_at(user, person->location);
    return left && *left <= known.now ? "departed" : "";
}

}  // namespace

std::optional<Refusal> take(const Known& known, const Event& event, const RoutesObserved& said,
                            Facts& out)
{
    const auto location = known.location_of(event.source, said.location);
    if (!location) return location.refusal();
    RoutesListed listed{.location = *location, .routes = {}, .as_of = event.occurred_at};
    for (const auto& one : said.routes) listed.routes.push_back({one.option, one.kind, one.to});
    const auto* before = known.board.routes().listed(*location);
    if (before != nullptr && (before->routes == listed.routes || before->as_of >= listed.as_of))
        return std::nullopt;
    out.push_back(known.fact(std::move(listed)));
    return std::nullopt;
}

const std::vector<Route>& routes_of(const Known& known, const Location& location)
{
    const auto* listed = known.board.routes().listed(location.id);
    return listed == nullptr ? location.routes : listed->routes;
}

std::string fault_of(const Known& known, const Location& location, const Route& route)
{
    switch (route.kind) {
        case RouteKind::queue: return known.directory.queue({route.to}) ? "" : "unknown";
        case RouteKind::mailbox: return fault_of_mailbox(known, {route.to});
        case RouteKind::operator_phone:
        case RouteKind::device: return fault_of_telephone(known, location, {route.to});
        case RouteKind::external: return {};
        case RouteKind::unspecified: break;
    }
    return "unknown";
}

void RouteJudge::note(const Fact& fact)
{
    has_news_ =
        has_news_ || std::visit(
                         [](const auto& one) {
                             return is_one_of<std::decay_t<decltype(one)>, RoutesListed, StaffLeft,
                                              DepartureOpened, DisconnectionConfirmed,
                                              MailboxHandedOver, PersonRecorded, MonitoringBegan>;
                         },
                         fact.any());
}

void RouteJudge::judge(const Known& known, Facts& out)
{
    if (!std::exchange(has_news_, false)) return;
    const auto& before = known.board.routes().faults();
    std::set<RouteBook::Faults::key_type> bad;
    for (const auto& location : known.directory.organisation().locations) {
        const auto monitored = known.monitored_from(location.id);
        if (!monitored || known.now < *monitored) continue;
        for (const auto& route : routes_of(known, location)) {
            const auto why = fault_of(known, location, route);
            if (why.empty() || !bad.emplace(location.id, route.option).second) continue;
            const auto found = before.find({location.id, route.option});
            const bool is_told =
                found != before.end() && found->second.route == route && found->second.why == why;
            if (!is_told)
                out.push_back(known.fact(RouteFaulted{location.id, route, why, known.now}));
        }
    }
    for (const auto& [key, fault] : before)
        if (!bad.contains(key))
            out.push_back(known.fact(RouteMended{key.first, key.second, known.now}));
}

}  // namespace callwatch
