#pragma once

#include "wallboard/model/desk/knowledge.hpp"
#include "wallboard/model/desk/page_parts.hpp"

namespace wallboard::desk {

// Under the open messages: those that were returned or resolved in the last hour, and how that is
// known. What the telephone system has seen and what somebody has said are never shown alike.

/// Its place at the foot of the page's rows; the open ones have what they need, as long as three of
/// these are seen, or as many as there are.
Box closed_box(const Shown& shown, const Places& places);

List closed_list(const State& state, const Knowledge& known, const Places& places, const Box& box);

}  // namespace wallboard::desk
