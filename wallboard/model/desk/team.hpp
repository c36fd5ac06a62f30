#pragma once

#include "wallboard/model/desk/knowledge.hpp"
#include "wallboard/model/desk/page_parts.hpp"
#include "wallboard/model/layout.hpp"

namespace wallboard::desk {

/// Who answers the telephone of one location, who else works there, who is away and who answers for
/// her (requirements TS-1, TS-5, TS-8b). By name, never by a figure: nobody is ranked.
PageParts make_team(const State& state, const Knowledge& known, const Layout& layout);

}  // namespace wallboard::desk
