#pragma once

#include <string>
#include <string_view>

#include "wallboard/model/snapshot.hpp"

namespace wallboard {

/// Fills `snapshot.links`, Queue::location_at, and what Location has for a linked board: what
/// belongs together is found once for each board, not once for each row of each page, and half
/// hours are added up once. Whoever changes a row afterwards calls it again. A board that is not
/// linked reads the same, slower.
void link(Snapshot& snapshot);

/// Null if the board does not have it.
const Location* find_location(const Snapshot& snapshot, const std::string& id);
const Location* location_of(const Snapshot& snapshot, const Queue& queue);
const Queue* find_queue(const Snapshot& snapshot, std::string_view id);

/// True if a source that serves this location is late, silent or was never seen.
bool is_source_unheard(const Snapshot& snapshot, const Location& location);

/// When the first of the sources that serve this location was lost, or its telephone system;
/// not_said: nobody says, or one was never seen.
Instant sources_lost_at(const Snapshot& snapshot, const Location& location);

/// Calls `visit` with each of `rows` that is of `location`, in the board's order. `places` are the
/// links to these rows, and `run` is the location's part of them.
template <class Row, class Visit>
void for_rows_of(const Location& location, const Snapshot& snapshot, const std::vector<Row>& rows,
                 const std::vector<std::uint32_t>& places, const LinkRun& run, Visit visit)
{
    if (snapshot.links.made) {
        for (std::uint32_t at = run.first; at < run.end; ++at) visit(rows[places[at]]);
        return;
    }
    for (const Row& row : rows)
        if (row.location_id == location.id) visit(row);
}

template <class Visit>
void for_days_of(const Location& location, const Snapshot& snapshot, Visit visit)
{
    for_rows_of(location, snapshot, snapshot.days, snapshot.links.days, location.days, visit);
}

template <class Visit>
void for_trends_of(const Location& location, const Snapshot& snapshot, Visit visit)
{
    for_rows_of(location, snapshot, snapshot.trends, snapshot.links.trends, location.trends, visit);
}

}  // namespace wallboard
