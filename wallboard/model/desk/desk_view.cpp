#include "wallboard/model/desk/desk_view.hpp"

#include "wallboard/model/desk/departures.hpp"
#include "wallboard/model/desk/end_of_day.hpp"
#include "wallboard/model/desk/explained.hpp"
#include "wallboard/model/desk/greetings.hpp"
#include "wallboard/model/desk/health.hpp"
#include "wallboard/model/desk/live.hpp"
#include "wallboard/model/desk/returns.hpp"
#include "wallboard/model/desk/team.hpp"
#include "wallboard/model/desk/trends.hpp"
#include "wallboard/model/explain/make_explanation.hpp"

namespace wallboard::desk {
View make_view(const State& state, const Knowledge& now, const Moment& moment, const Alarms& alarms,
               const Layout& layout)
{
    // Rows are ordered once for all parts of a picture.
    const auto shown = shown_on(state, now);
    Knowledge known = now;
    known.shown = &*shown;
    View view;
    view.frame = make_frame(state, known, moment, alarms);
    view.layout = layout;
    switch (state.page) {
        case Page::live: view.page = make_live(state, known, moment, alarms, layout); break;
        case Page::returns: view.page = make_returns(state, known, layout); break;
        case Page::trends: view.page = make_trends(state, known, layout); break;
        case Page::health: view.page = make_health(state, known, moment, layout); break;
        case Page::end_of_day: view.page = make_end_of_day(state, known, layout); break;
        case Page::departures: view.page = make_departures(state, known, layout); break;
        case Page::greetings: view.page = make_greetings(state, known, layout); break;
        case Page::team: view.page = make_team(state, known, layout); break;
    }
    const auto& figure = state.explained ? state.explained : state.hovered;
    if (!figure) return view;
    const auto board = board_explained(state, known);
    view.card = make_explanation(*figure, *board, moment);
    // Under a pointer no key walks on: each one puts the card away.
    if (!state.explained) view.card->keys.clear();
    return view;
}

}  // namespace wallboard::desk
