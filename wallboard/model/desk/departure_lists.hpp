#pragma once

#include "wallboard/model/desk/knowledge.hpp"
#include "wallboard/model/desk/page_parts.hpp"

namespace wallboard::desk {

/// The pending ones, and under them those that ended lately, in this box: the first list is as high
/// as it needs, but leaves the second two rows. A narrow one has fewer columns, and says in a
/// second line what fell out.
std::vector<List> departure_lists(const State& state, const Knowledge& known, const Box& box);

}  // namespace wallboard::desk
