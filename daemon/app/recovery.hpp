#pragma once

#include "daemon/app/recent_facts.hpp"
#include "daemon/journal/journal.hpp"
#include "daemon/state/board.hpp"

namespace callwatch {

/// The state as the journal tells it; its newest facts go to `recent`. Throws JournalError if the
/// chain does not verify, or holds a fact of a kind that this version does not know (an older
/// program on a newer journal).
Board recover(Journal& journal, RecentFacts& recent);

}  // namespace callwatch
