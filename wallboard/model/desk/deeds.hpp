#pragma once

#include <string>
#include <vector>

#include "wallboard/model/desk/knowledge.hpp"

namespace wallboard::desk {

/// One deed that is possible now, and the key that begins it.
struct Choice {
    Deed deed = Deed::claim;
    char32_t key = 0;
    std::string word;      ///< "Returned"
    bool at_once = false;  ///< Recorded by the one key: it can be taken back.
};

/// What can be done with the selected row, or with the page, by this role. The collector decides in
/// the end; what it would surely refuse is not offered.
std::vector<Choice> deeds_on(const State& state, const Knowledge& known);

}  // namespace wallboard::desk
