#pragma once

#include "wallboard/model/desk/knowledge.hpp"
#include "wallboard/model/desk/page_parts.hpp"

namespace wallboard::desk {

/// What is known of one message: facts, the claim with its own countdown, each step of its life,
/// the evidence in a sentence.
std::vector<PanelItem> life_of(const State& state, const Knowledge& known, const Message& message);

}  // namespace wallboard::desk
