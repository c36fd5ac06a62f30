#pragma once

#include "wallboard/model/desk/knowledge.hpp"
#include "wallboard/model/desk/page_parts.hpp"

namespace wallboard::desk {

/// What is known of the mailbox of somebody who left, for the panel: the three proofs that it is
/// off, each with who may add it, and what is still open in it.
std::vector<PanelItem> proofs_of(const State& state, const Knowledge& known,
                                 const Departure& departure);

/// "Mon 23 Nov": the last day on which she worked there.
std::string last_day_words(const Knowledge& known, const Departure& departure);

}  // namespace wallboard::desk
