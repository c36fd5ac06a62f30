#include "wallboard/model/desk/trends.hpp"

#include "wallboard/model/desk/frame.hpp"
#include "wallboard/model/trends_days.hpp"

namespace wallboard::desk {

std::vector<std::string_view> ranges_shown(const State& state, const Knowledge& known)
{
    std::vector<std::string_view> all{range_today};
    if (const auto board = board_shown(state, known); has_earlier_days(*board))
        all.push_back(range_days);
    return all;
}

PageParts make_trends(const State& state, const Knowledge& known, const Layout& layout)
{
    const Places places = places_for(layout, false);
    const TrendPlaces at = place_trends(places.whole, desk_gap);
    const auto board = board_shown(state, known);
    PageParts page;
    page.plots = row_selected(state, known) == range_days ? make_day_plots(*board, known.now, at)
                                                          : make_trend_plots(*board, known.now, at);
    return page;
}

}  // namespace wallboard::desk
