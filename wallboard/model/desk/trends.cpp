#include "wallboard/model/desk/trends.hpp"

#include "wallboard/model/desk/frame.hpp"
#include "wallboard/model/trends_days.hpp"

namespace wallboard::desk {

std::vector<std::string> ranges_shown(const State& state, const Knowledge& known)
{
    std::vector<std::string> all{range_today};
    if (has_earlier_days(board_shown(state, known))) all.emplace_back(range_days);
    return all;
}

PageParts make_trends(const State& state, const Knowledge& known, const Layout& layout)
{
    const Places places = places_for(layout, false);
    const TrendPlaces at = place_trends(places.whole, desk_gap);
    const Snapshot board = board_shown(state, known);
    PageParts page;
    page.plots = row_selected(state, known) == range_days ? make_day_plots(board, known.now, at)
                                                          : make_trend_plots(board, known.now, at);
    return page;
}

}  // namespace wallboard::desk
