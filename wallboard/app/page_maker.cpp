#include "wallboard/app/page_maker.hpp"

#include "wallboard/model/selection.hpp"

namespace wallboard {

void PageMaker::look(const Snapshot& snapshot, Micros age, Micros running)
{
    snapshot_ = select_locations(snapshot, settings_.locations);
    moment_ = moment_of(snapshot_, age, running);
    alarms_ = next_alarms(alarms_, snapshot_, moment_);
}

PageView PageMaker::make_chosen(const PageChoice& choice, const Layout& layout) const
{
    if (choice.page == Page::live) return make_live(snapshot_, moment_, alarms_, choice, layout);
    return make_end_of_day(snapshot_, moment_, alarms_, choice, layout);
}

PageView PageMaker::make(const Layout& layout) const
{
    return make_chosen(choose_page(settings_.pages, snapshot_, alarms_, moment_), layout);
}

PageView PageMaker::make(const WantedPage& wanted, const Layout& layout) const
{
    PageChoice choice = choose_page(settings_.pages, snapshot_, alarms_, moment_);
    if (choice.page != wanted.page) choice = {};
    choice.page = wanted.page;
    choice.location.clear();
    if (wanted.page == Page::end_of_day)
        choice.location = wanted.location.empty()
                            ? end_of_day_location(settings_.pages, snapshot_, moment_)
                            : wanted.location;
    return make_chosen(choice, layout);
}

}  // namespace wallboard
