#include "wallboard/app/page_maker.hpp"

#include "wallboard/model/explain/explainable.hpp"
#include "wallboard/model/explain/make_explanation.hpp"

namespace wallboard {

void PageMaker::look(std::shared_ptr<const Snapshot> received, Micros age, Micros running,
                     Hearing hearing)
{
    board_.take(std::move(received), {settings_.locations, settings_.clock});
    moment_ = moment_of(snapshot(), age, running, hearing);
    alarms_ = next_alarms(alarms_, snapshot(), moment_);
    if (!explained_) return;
    const PageChoice up = choice();
    if (!up.picked || up.page != explained_->page.page) explained_.reset();
}

PageView PageMaker::make_chosen(const PageChoice& choice, const Layout& layout) const
{
    switch (choice.page) {
        case Page::returns: return make_returns(snapshot(), moment_, alarms_, choice, layout);
        case Page::end_of_day: return make_end_of_day(snapshot(), moment_, alarms_, choice, layout);
        case Page::departures: return make_departures(snapshot(), moment_, alarms_, choice, layout);
        case Page::greetings: return make_greetings(snapshot(), moment_, alarms_, choice, layout);
        case Page::team: return make_team(snapshot(), moment_, alarms_, choice, layout);
        case Page::trends: return make_trends(snapshot(), moment_, alarms_, choice, layout);
        case Page::health: return make_health(snapshot(), moment_, alarms_, choice, layout);
        case Page::live: break;
    }
    return make_live(snapshot(), moment_, alarms_, choice, layout);
}

void PageMaker::pick(Page page)
{
    pick_ = Pick{.page = page, .running = moment_.running, .figures = moment_.figures};
    if (explained_ && explained_->page.page != page) explained_.reset();
}

void PageMaker::toggle_explanation()
{
    if (close_explanation()) return;
    const PageChoice up = choice();
    const auto figures = explainable(up.page, snapshot(), up.location);
    explained_ = Explained{figures.front(), up, up.picked};
    pick(up.page);
}

void PageMaker::explain_next()
{
    if (!explained_) return;
    const PageChoice& page = explained_->page;
    explained_->figure =
        next_figure(explainable(page.page, snapshot(), page.location), explained_->figure);
    pick(page.page);
}

bool PageMaker::close_explanation()
{
    if (!explained_) return false;
    const bool was_picked = explained_->was_picked;
    explained_.reset();
    if (!was_picked) resume();
    return true;
}

std::optional<ExplainCard> PageMaker::explanation() const
{
    if (!explained_) return std::nullopt;
    return explain(explained_->figure);
}

ExplainCard PageMaker::explain(const FigureRef& figure) const
{
    return make_explanation(figure, snapshot(), moment_);
}

PageChoice PageMaker::choice() const
{
    PageChoice choice = choose_page(settings_.pages, snapshot(), alarms_, moment_, pick_);
    choice.tables = tables_;
    if (!explained_ || !choice.picked) return choice;
    choice.location = explained_->page.location;
    choice.turn = explained_->page.turn;
    return choice;
}

PageView PageMaker::make(const Layout& layout) const { return make_chosen(choice(), layout); }

PageView PageMaker::make(const WantedPage& wanted, const Layout& layout) const
{
    PageChoice choice = choose_page(settings_.pages, snapshot(), alarms_, moment_);
    const Pace pace = pace_of(settings_.pages, moment_.running, 1);
    if (choice.page != wanted.page) choice = {.page = wanted.page, .location = {}};
    choice.turn = pace.turn;
    choice.tables = tables_;
    if (wanted.page == Page::end_of_day)
        choice.location = wanted.location.empty()
                            ? end_of_day_location(snapshot(), moment_.figures, pace.visit)
                            : wanted.location;
    return make_chosen(choice, layout);
}

}  // namespace wallboard
