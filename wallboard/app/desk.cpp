#include "wallboard/app/desk.hpp"

#include <algorithm>

#include "wallboard/app/person_key.hpp"
#include "wallboard/model/desk/row_order.hpp"

namespace wallboard {

Desk::Desk(const Settings& settings, desk::Me me) : settings_{settings}
{
    state_.me = std::move(me);
}

void Desk::look(std::shared_ptr<const Snapshot> received, Micros age, Micros running,
                std::shared_ptr<const desk::Rows> rows, Hearing hearing)
{
    board_.take(std::move(received), {settings_.locations, settings_.clock});
    moment_ = moment_of(board(), age, running, hearing);
    alarms_ = next_alarms(alarms_, board(), moment_);
    if (rows_ != rows) ++told_;
    rows_ = std::move(rows);
    const std::size_t shown = state_.unmasked.size();
    forget(state_, moment_.figures);
    if (state_.unmasked.size() != shown) ++told_;
    shown_ = keep_order(state_, known());
}

std::optional<desk::Order> Desk::touch(const desk::Touch& touch)
{
    shown_.reset();
    return press(state_, touch, known(), {sha256_hex, fresh_command_id()});
}

void Desk::settle(const std::vector<desk::Outcome>& outcomes)
{
    if (!outcomes.empty()) shown_.reset();
    for (const auto& outcome : outcomes) desk::settle(state_, outcome, moment_.figures);
    told_ += outcomes.size();
}

void Desk::point(const std::optional<desk::Spot>& spot, const desk::FigurePlaces& places)
{
    const auto before = state_.hovered;
    desk::point(state_, spot, moment_.running);
    hover(state_, places, moment_.running);
    if (state_.hovered != before) ++told_;
}

void Desk::change(const Settings& settings)
{
    settings_ = settings;
    ++told_;
}

Sight Desk::sight() const
{
    return {.complete = board().complete,
            .revision = board().revision,
            .health = board().health,
            .stale = moment_.stale,
            .second = begun_second(board(), moment_),
            .told = told_};
}

Micros Desk::wait() const
{
    Micros wait = next_wait(board(), moment_);
    for (const desk::Unmasked& one : state_.unmasked)
        wait = std::min(wait, one.until - moment_.figures);
    if (const auto rest = hover_wait(state_, moment_.running)) wait = std::min(wait, *rest);
    return std::max<Micros>(wait, std::chrono::milliseconds{1});
}

DeskWish Desk::wish() const
{
    DeskWish wish{.page = state_.page,
                  .location = location_shown(state_, known()),
                  .locations = {},
                  .revision = board().revision,
                  .now = moment_.figures};
    for (const Location& place : board().locations) wish.locations.push_back(place.id);
    return wish;
}

desk::View Desk::view(const Layout& layout) const
{
    desk::Knowledge all = known();
    if (shown_) all.shown = &*shown_;
    return make_view(state_, all, moment_, alarms_, layout);
}

}  // namespace wallboard
