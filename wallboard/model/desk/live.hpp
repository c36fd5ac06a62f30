#pragma once

#include "wallboard/model/alarms.hpp"
#include "wallboard/model/desk/knowledge.hpp"
#include "wallboard/model/desk/page_parts.hpp"
#include "wallboard/model/layout.hpp"
#include "wallboard/model/moment.hpp"

namespace wallboard::desk {

/// The page Live: who waits and who can answer, in the words and with the limits of the wall; the
/// counts behind the selected queue. Of one location where one was chosen.
PageParts make_live(const State& state, const Knowledge& known, const Moment& moment,
                    const Alarms& alarms, const Layout& layout);

}  // namespace wallboard::desk
