#include <fmt/format.h>

#include <algorithm>

#include "daemon/settings/nearest_word.hpp"
#include "daemon/settings/organisation_checks.hpp"

namespace callwatch {
namespace {

// The tables of one kind, by name.
class Names {
public:
    template <class T>
    Names(std::string kind, const std::vector<FromTable<T>>& tables) : kind_{std::move(kind)}
    {
        for (const auto& entry : tables) names_.push_back(entry.table.name());
    }

    // An empty name was refused when it was read, or means nobody.
    bool lacks(std::string_view name) const
    {
        return !name.empty() && std::find(names_.begin(), names_.end(), name) == names_.end();
    }

    std::string rule(std::string_view name) const
    {
        return fmt::format("must be the name of a [{}.…]: {}", kind_, suggestion(name, names_));
    }

    void check(TomlTable& table, std::string_view key, std::string_view name) const
    {
        if (lacks(name)) table.refuse(key, rule(name));
    }

    template <class IdType>
    void check_list(TomlTable& table, std::string_view key, const std::vector<IdType>& ids) const
    {
        for (std::size_t i = 0; i < ids.size(); ++i)
            if (lacks(ids[i].text)) table.refuse(key, i, rule(ids[i].text));
    }

private:
    std::string kind_;
    std::vector<std::string> names_;
};

void resolve_operator_queues(Location& location, const std::vector<FromTable<Queue>>& queues)
{
    for (auto& queue : location.operator_queues) {
        const auto named = std::find_if(queues.begin(), queues.end(), [&](const auto& entry) {
            return entry.table.name() == queue.text;
        });
        if (named != queues.end()) queue = named->value.id;
    }
}

/// A route to a queue names its table; what leads to a mailbox or telephone is judged while it
/// runs, since a roster may bring it.
void resolve_routes(TomlTable& table, Location& location, const Names& names,
                    const std::vector<FromTable<Queue>>& queues)
{
    TomlTable routes = table.table("routes");
    for (auto& route : location.routes) {
        if (route.kind != RouteKind::queue) continue;
        names.check(routes, route.option, route.to);
        const auto named = std::find_if(queues.begin(), queues.end(), [&](const auto& entry) {
            return entry.table.name() == route.to;
        });
        if (named != queues.end()) route.to = named->value.id.text;
    }
}

}  // namespace

void check_references(OrganisationTables& read)
{
    const Names locations{"location", read.locations};
    const Names people{"person", read.people};
    const Names queues{"queue", read.queues};

    for (auto& [table, location] : read.locations) {
        people.check_list(table, "supervisors", location.supervisors);
        people.check_list(table, "managers", location.managers);
        queues.check_list(table, "operator_queues", location.operator_queues);
        resolve_operator_queues(location, read.queues);
        resolve_routes(table, location, queues, read.queues);
    }
    for (auto& [table, person] : read.people) {
        locations.check(table, "location", person.location.text);
        people.check(table, "supervisor", person.supervisor.text);
    }
    for (auto& [table, group] : read.groups) {
        locations.check(table, "location", group.location.text);
        people.check_list(table, "members", group.members);
    }
    for (auto& [table, queue] : read.queues)
        locations.check(table, "location", queue.location.text);
    for (auto& [table, source] : read.sources)
        locations.check_list(table, "locations", source.locations);
}

}  // namespace callwatch
