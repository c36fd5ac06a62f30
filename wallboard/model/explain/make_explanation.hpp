#pragma once

#include <string_view>

#include "callwatch/figures/table.hpp"
#include "wallboard/model/explain/explain_card.hpp"
#include "wallboard/model/moment.hpp"

namespace wallboard {

/// Null if proto/figures/figures.toml has no such figure.
const callwatch::figures::Figure* find_figure(std::string_view id);

/// The card of a figure with the values of `moment`; of an id that is not in the file it says just
/// that. A subject that the board does not have is not known: "?".
ExplainCard make_explanation(const FigureRef& ref, const Snapshot& snapshot, const Moment& moment);

}  // namespace wallboard
