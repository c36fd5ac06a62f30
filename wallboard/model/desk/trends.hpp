#pragma once

#include "wallboard/model/desk/knowledge.hpp"
#include "wallboard/model/desk/page_parts.hpp"
#include "wallboard/model/layout.hpp"

namespace wallboard::desk {

/// The ranges of the page Trends: they are its rows, so that keys walk them as rows elsewhere.
constexpr std::string_view range_today = "today";
constexpr std::string_view range_days = "5 days";

/// Those that the board has figures for.
std::vector<std::string_view> ranges_shown(const State& state, const Knowledge& known);

/// The page Trends: the wall's plots, of all locations or of the one that was chosen. Their numbers
/// have the size of the desk's own text.
PageParts make_trends(const State& state, const Knowledge& known, const Layout& layout);

}  // namespace wallboard::desk
