#pragma once

#include "wallboard/model/plot.hpp"

namespace wallboard {

/// The numbers of a plot as a table under its title. Rows that have no room are shown in pages that
/// take turns; columns that have none are left out from the right, never the first two. Numbers
/// that are more columns than rows of a table stand on their side.
Table make_plot_table(const PlotTile& tile, std::size_t turn);

/// Shows the table in place of the picture; its legend says nothing any more.
void show_as_table(PlotTile& tile, std::size_t turn);

}  // namespace wallboard
