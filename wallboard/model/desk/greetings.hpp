#pragma once

#include "wallboard/model/desk/knowledge.hpp"
#include "wallboard/model/desk/page_parts.hpp"
#include "wallboard/model/layout.hpp"

namespace wallboard::desk {

/// Greetings of one location, wrong ones first, with the selected one in words, and how its scripts
/// and the options of callers are (requirements TS-0, TS-4, TS-8, TS-A1, TS-A2).
PageParts make_greetings(const State& state, const Knowledge& known, const Layout& layout);

}  // namespace wallboard::desk
