#pragma once

#include <vector>

#include "wallboard/model/desk/knowledge.hpp"

namespace wallboard::desk {

/// The board that a page's figures are reckoned from: of the location that it shows, if it shows
/// one. Sources are told of all.
Lent<Snapshot> board_explained(const State& state, const Knowledge& known);

/// The figures that F1 walks through, each once.
std::vector<FigureRef> figures_of(const State& state, const Knowledge& known);

}  // namespace wallboard::desk
