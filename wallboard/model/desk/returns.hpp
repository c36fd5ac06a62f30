#pragma once

#include "wallboard/model/desk/knowledge.hpp"
#include "wallboard/model/desk/page_parts.hpp"
#include "wallboard/model/layout.hpp"

namespace wallboard::desk {

/// The page Returns: every open message by person, those that need somebody first; the life of the
/// selected one, and what can be done with it. Staff see those of their own mailboxes.
PageParts make_returns(const State& state, const Knowledge& known, const Layout& layout);

}  // namespace wallboard::desk
