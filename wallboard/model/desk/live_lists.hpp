#pragma once

#include "wallboard/model/desk/knowledge.hpp"
#include "wallboard/model/desk/page_parts.hpp"
#include "wallboard/model/live_parts.hpp"

namespace wallboard::desk {

struct ListPlace {
    Box box;
    bool narrow = false;  ///< No room for all columns.
};

/// Queues in the board's order, to be walked through; figures as the wall judges them.
List make_queue_list(const LiveInput& in, const State& state, const Knowledge& known,
                     const ListPlace& place);

/// Who can answer, by location, or since when nobody can; a click chooses the location. Where not
/// all have room, those that need somebody.
List make_coverage_list(const LiveInput& in, const ListPlace& place);

}  // namespace wallboard::desk
