#include "wallboard/model/links.hpp"

#include <set>
#include <string_view>

#include "wallboard/model/places.hpp"

namespace wallboard {
namespace {

constexpr std::size_t nowhere = static_cast<std::size_t>(-1);

bool is_heard(SourceState state)
{
    return state != SourceState::late && state != SourceState::silent &&
           state != SourceState::never_seen && state != SourceState::unspecified;
}

/// Places of rows in the order of their keys; rows of one key in the board's order.
template <class Row, class Key>
std::vector<std::uint32_t> ordered_by(const std::vector<Row>& rows, Key Row::*key)
{
    return places_in_order<std::uint32_t>(
        rows.size(), [&](auto a, auto b) { return rows[a].*key < rows[b].*key; });
}

std::size_t place_of(const Snapshot& snapshot, std::string_view id)
{
    const auto& rows = snapshot.locations;
    const auto& links = snapshot.links;
    if (links.made) {
        const auto at = std::partition_point(links.locations.begin(), links.locations.end(),
                                             [&](std::uint32_t one) { return rows[one].id < id; });
        return at != links.locations.end() && rows[*at].id == id ? *at : nowhere;
    }
    const auto found = std::find_if(rows.begin(), rows.end(),
                                    [&](const Location& location) { return location.id == id; });
    return found == rows.end() ? nowhere : static_cast<std::size_t>(found - rows.begin());
}

bool serves(const Source& source, const Location& location)
{
    return std::find(source.location_ids.begin(), source.location_ids.end(), location.id) !=
           source.location_ids.end();
}

}  // namespace

void link(Snapshot& snapshot)
{
    std::set<std::string_view> unheard;
    for (const Source& source : snapshot.sources)
        if (!is_heard(source.state))
            unheard.insert(source.location_ids.begin(), source.location_ids.end());
    for (Location& location : snapshot.locations)
        location.source_unheard = unheard.contains(location.id);
    snapshot.links = {.made = true,
                      .locations = ordered_by(snapshot.locations, &Location::id),
                      .days = ordered_by(snapshot.days, &Day::location_id),
                      .trends = ordered_by(snapshot.trends, &Trend::location_id)};
    for (Queue& queue : snapshot.queues) queue.location_at = place_of(snapshot, queue.location_id);
}

const Location* find_location(const Snapshot& snapshot, const std::string& id)
{
    const std::size_t place = place_of(snapshot, id);
    return place == nowhere ? nullptr : &snapshot.locations[place];
}

const Location* location_of(const Snapshot& snapshot, const Queue& queue)
{
    if (!snapshot.links.made) return find_location(snapshot, queue.location_id);
    return queue.location_at == nowhere ? nullptr : &snapshot.locations[queue.location_at];
}

bool is_source_unheard(const Snapshot& snapshot, const Location& location)
{
    if (snapshot.links.made) return location.source_unheard;
    return std::any_of(snapshot.sources.begin(), snapshot.sources.end(),
                       [&](const Source& s) { return !is_heard(s.state) && serves(s, location); });
}

}  // namespace wallboard
