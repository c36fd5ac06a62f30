#include "wallboard/model/desk/explained.hpp"

#include <algorithm>

#include "wallboard/model/explain/explainable.hpp"
#include "wallboard/model/selection.hpp"

namespace wallboard::desk {

Lent<Snapshot> board_explained(const State& state, const Knowledge& known)
{
    if (state.page == Page::health) return Lent{known.board};
    if (!is_of_one_location(state.page)) return board_shown(state, known);
    const std::string place = location_shown(state, known);
    return place.empty() ? Lent{known.board} : Lent{select_locations(known.board, {place})};
}

std::vector<FigureRef> figures_of(const State& state, const Knowledge& known)
{
    const std::string place = location_shown(state, known);
    const auto board = board_explained(state, known);
    auto all = explainable(state.page, *board, place);
    if (!is_of_one_location(state.page)) return all;
    // All locations together are the one that is shown.
    const auto copy = all;
    std::erase_if(all, [&](const FigureRef& ref) {
        const FigureRef same{ref.figure, place};
        return ref.subject.empty() && std::find(copy.begin(), copy.end(), same) != copy.end();
    });
    return all;
}

}  // namespace wallboard::desk
