#pragma once

#include <algorithm>
#include <string>

#include "wallboard/model/snapshot.hpp"

namespace wallboard {

/// Fills `snapshot.links`, Location::source_unheard and Queue::location_at: what belongs together
/// is found once for each board, not once for each row of each page. Whoever changes ids, sources
/// or the number of rows afterwards calls it again. A board that is not linked reads the same,
/// slower.
void link(Snapshot& snapshot);

/// Null if the board does not have it.
const Location* find_location(const Snapshot& snapshot, const std::string& id);
const Location* location_of(const Snapshot& snapshot, const Queue& queue);

/// True if a source that serves this location is late, silent or was never seen.
bool is_source_unheard(const Snapshot& snapshot, const Location& location);

/// Calls `visit` with each of `rows` that is of `location`, in the board's order. `by_location` are
/// the links to these rows.
template <class Row, class Visit>
void for_rows_of(const Location& location, const Snapshot& snapshot, const std::vector<Row>& rows,
                 const std::vector<std::uint32_t>& by_location, Visit visit)
{
    if (!snapshot.links.made) {
        for (const Row& row : rows)
            if (row.location_id == location.id) visit(row);
        return;
    }
    auto at = std::partition_point(by_location.begin(), by_location.end(), [&](std::uint32_t one) {
        return rows[one].location_id < location.id;
    });
    for (; at != by_location.end() && rows[*at].location_id == location.id; ++at) visit(rows[*at]);
}

}  // namespace wallboard
