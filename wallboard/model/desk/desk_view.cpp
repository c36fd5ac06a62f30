#include "wallboard/model/desk/desk_view.hpp"

#include "wallboard/model/desk/end_of_day.hpp"
#include "wallboard/model/desk/greetings.hpp"
#include "wallboard/model/desk/returns.hpp"
#include "wallboard/model/desk/team.hpp"

namespace wallboard::desk {

View make_view(const State& state, const Knowledge& known, const Moment& moment,
               const Alarms& alarms, const Layout& layout)
{
    View view;
    view.frame = make_frame(state, known, moment, alarms);
    view.layout = layout;
    switch (state.page) {
        case Page::end_of_day: view.page = make_end_of_day(state, known, layout); break;
        case Page::greetings: view.page = make_greetings(state, known, layout); break;
        case Page::team: view.page = make_team(state, known, layout); break;
        default: view.page = make_returns(state, known, layout); break;
    }
    return view;
}

}  // namespace wallboard::desk
