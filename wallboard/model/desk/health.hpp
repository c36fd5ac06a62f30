#pragma once

#include "wallboard/model/desk/knowledge.hpp"
#include "wallboard/model/desk/page_parts.hpp"
#include "wallboard/model/layout.hpp"
#include "wallboard/model/moment.hpp"

namespace wallboard::desk {

/// The page Health: every source, what is silent first; the collector's record, its chain head as
/// it is compared by telephone; and what the selected source means for the day.
PageParts make_health(const State& state, const Knowledge& known, const Moment& moment,
                      const Layout& layout);

}  // namespace wallboard::desk
