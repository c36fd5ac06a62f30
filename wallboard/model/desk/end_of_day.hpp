#pragma once

#include "wallboard/model/desk/knowledge.hpp"
#include "wallboard/model/desk/page_parts.hpp"
#include "wallboard/model/layout.hpp"

namespace wallboard::desk {

/// The page End of day of one location: the verdict, what it rests on item by item, the messages
/// that stay open with their reasons, and what the supervisor puts her name under.
PageParts make_end_of_day(const State& state, const Knowledge& known, const Layout& layout);

}  // namespace wallboard::desk
