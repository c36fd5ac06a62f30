#include "wallboard/app/page_maker.hpp"

#include "wallboard/model/selection.hpp"

namespace wallboard {

void PageMaker::look(const Snapshot& snapshot, Micros age, Micros running)
{
    snapshot_ = select_locations(snapshot, settings_.locations);
    snapshot_.clock_location = settings_.clock;
    moment_ = moment_of(snapshot_, age, running);
    alarms_ = next_alarms(alarms_, snapshot_, moment_);
}

PageView PageMaker::make_chosen(const PageChoice& choice, const Layout& layout) const
{
    switch (choice.page) {
        case Page::returns: return make_returns(snapshot_, moment_, alarms_, choice, layout);
        case Page::end_of_day: return make_end_of_day(snapshot_, moment_, alarms_, choice, layout);
        case Page::departures: return make_departures(snapshot_, moment_, alarms_, choice, layout);
        case Page::greetings: return make_greetings(snapshot_, moment_, alarms_, choice, layout);
        case Page::team: return make_team(snapshot_, moment_, alarms_, choice, layout);
        case Page::trends: return make_trends(snapshot_, moment_, alarms_, choice, layout);
        case Page::health: return make_health(snapshot_, moment_, alarms_, choice, layout);
        case Page::live: break;
    }
    return make_live(snapshot_, moment_, alarms_, choice, layout);
}

void PageMaker::pick(Page page)
{
    pick_ = Pick{.page = page, .running = moment_.running, .figures = moment_.figures};
}

PageChoice PageMaker::choice() const
{
    return choose_page(settings_.pages, snapshot_, alarms_, moment_, pick_);
}

PageView PageMaker::make(const Layout& layout) const { return make_chosen(choice(), layout); }

PageView PageMaker::make(const WantedPage& wanted, const Layout& layout) const
{
    PageChoice choice = choose_page(settings_.pages, snapshot_, alarms_, moment_);
    const Pace pace = pace_of(settings_.pages, moment_.running, 1);
    if (choice.page != wanted.page) choice = {.page = wanted.page, .location = {}};
    choice.turn = pace.turn;
    if (wanted.page == Page::end_of_day)
        choice.location = wanted.location.empty()
                            ? end_of_day_location(snapshot_, moment_.figures, pace.visit)
                            : wanted.location;
    return make_chosen(choice, layout);
}

}  // namespace wallboard
