#pragma once

#include "wallboard/model/desk/knowledge.hpp"
#include "wallboard/model/desk/page_parts.hpp"
#include "wallboard/model/layout.hpp"

namespace wallboard::desk {

/// The page Departures: the mailboxes of people who left and are not proved to be off, each with
/// its three proofs as lamps; those that ended in the last 30 days; and what is known of the
/// selected one (Telephone Customer Service Standards, item 9).
PageParts make_departures(const State& state, const Knowledge& known, const Layout& layout);

}  // namespace wallboard::desk
