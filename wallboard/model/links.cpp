#include "wallboard/model/links.hpp"

#include <algorithm>
#include <optional>
#include <string_view>

#include "wallboard/model/levels.hpp"
#include "wallboard/model/places.hpp"

namespace wallboard {
namespace {

constexpr std::size_t nowhere = static_cast<std::size_t>(-1);

bool is_heard(SourceState state)
{
    return state != SourceState::late && state != SourceState::silent &&
           state != SourceState::never_seen && state != SourceState::unspecified;
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

/// The sooner of what is known and what this source says of itself. One that was never seen was
/// lost before all time, which is not_said.
void note_loss(const Source& source, std::optional<Instant>& lost)
{
    if (source.state == SourceState::never_seen) lost = Instant{};
    for (const Instant at : {source.silent_since, source.upstream_lost_since})
        if (said(at) && (!lost || at < *lost)) lost = at;
}

/// Places of the rows of each location, one location after the other; notes which are whose.
template <class Row>
std::vector<std::uint32_t> by_location(Snapshot& snapshot, const std::vector<Row>& rows,
                                       LinkRun Location::*run)
{
    std::vector<std::size_t> owners;
    for (const Row& row : rows) {
        owners.push_back(place_of(snapshot, row.location_id));
        if (owners.back() != nowhere) ++(snapshot.locations[owners.back()].*run).end;
    }
    std::uint32_t all = 0;
    for (Location& location : snapshot.locations) {
        const std::uint32_t count = (location.*run).end;
        location.*run = {all, all};
        all += count;
    }
    std::vector<std::uint32_t> places(all);
    for (std::uint32_t i = 0; i < rows.size(); ++i)
        if (owners[i] != nowhere) places[(snapshot.locations[owners[i]].*run).end++] = i;
    return places;
}

void link_sources(Snapshot& snapshot)
{
    std::vector<std::optional<Instant>> lost(snapshot.locations.size());
    for (const Source& source : snapshot.sources)
        for (const std::string& id : source.location_ids) {
            const std::size_t place = place_of(snapshot, id);
            if (place == nowhere) continue;
            note_loss(source, lost[place]);
            if (!is_heard(source.state)) snapshot.locations[place].source_unheard = true;
        }
    for (std::size_t i = 0; i < lost.size(); ++i)
        snapshot.locations[i].sources_lost_at = lost[i].value_or(not_said);
}

void link_queues(Snapshot& snapshot)
{
    for (Queue& queue : snapshot.queues) {
        queue.location_at = place_of(snapshot, queue.location_id);
        queue.known =
            queue.data_known && (queue.location_at == nowhere ||
                                 is_known(snapshot.locations[queue.location_at], snapshot));
    }
}

/// Locations of one id have the rows of the first.
void share_with_namesakes(Snapshot& snapshot)
{
    const auto& places = snapshot.links.locations;
    for (std::size_t i = 1; i < places.size(); ++i) {
        const Location& first = snapshot.locations[places[i - 1]];
        Location& next = snapshot.locations[places[i]];
        if (first.id != next.id) continue;
        next.source_unheard = first.source_unheard;
        next.sources_lost_at = first.sources_lost_at;
        next.days = first.days;
        next.trends = first.trends;
    }
}

}  // namespace

void link(Snapshot& snapshot)
{
    snapshot.links = {};
    for (Location& location : snapshot.locations) {
        location.source_unheard = false;
        location.days = location.trends = {};
    }
    snapshot.links.locations = places_in_order<std::uint32_t>(
        snapshot.locations.size(),
        [&](auto a, auto b) { return snapshot.locations[a].id < snapshot.locations[b].id; });
    snapshot.links.made = true;  // What follows looks locations up.
    link_sources(snapshot);
    snapshot.links.days = by_location(snapshot, snapshot.days, &Location::days);
    snapshot.links.trends = by_location(snapshot, snapshot.trends, &Location::trends);
    share_with_namesakes(snapshot);
    link_queues(snapshot);
    snapshot.links.sums.today = whole_trend_day(snapshot);
    snapshot.links.sums.workdays = whole_workdays(snapshot, snapshot.links.sums.today);
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

const Queue* find_queue(const Snapshot& snapshot, std::string_view id)
{
    const auto found = std::find_if(snapshot.queues.begin(), snapshot.queues.end(),
                                    [&](const Queue& queue) { return queue.id == id; });
    return found == snapshot.queues.end() ? nullptr : &*found;
}

bool is_source_unheard(const Snapshot& snapshot, const Location& location)
{
    if (snapshot.links.made) return location.source_unheard;
    return std::any_of(snapshot.sources.begin(), snapshot.sources.end(),
                       [&](const Source& s) { return !is_heard(s.state) && serves(s, location); });
}

Instant sources_lost_at(const Snapshot& snapshot, const Location& location)
{
    if (snapshot.links.made) return location.sources_lost_at;
    std::optional<Instant> lost;
    for (const Source& source : snapshot.sources)
        if (serves(source, location)) note_loss(source, lost);
    return lost.value_or(not_said);
}

}  // namespace wallboard
