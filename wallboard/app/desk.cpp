#include "wallboard/app/desk.hpp"

#include "wallboard/app/person_key.hpp"
#include "wallboard/model/desk/row_order.hpp"
#include "wallboard/model/selection.hpp"

namespace wallboard {

Desk::Desk(const Settings& settings, desk::Me me) : settings_{settings}
{
    state_.me = std::move(me);
}

void Desk::look(const Snapshot& board, Micros age, Micros running,
                std::shared_ptr<const desk::Rows> rows)
{
    board_ = select_locations(board, settings_.locations);
    board_.clock_location = settings_.clock;
    moment_ = moment_of(board_, age, running);
    alarms_ = next_alarms(alarms_, board_, moment_);
    rows_ = std::move(rows);
    forget(state_, moment_.figures);
    keep_order(state_, known());
}

std::optional<desk::Order> Desk::touch(const desk::Touch& touch)
{
    return press(state_, touch, known(), {sha256_hex, fresh_command_id()});
}

void Desk::settle(const std::vector<desk::Outcome>& outcomes)
{
    for (const auto& outcome : outcomes) desk::settle(state_, outcome, moment_.figures);
}

DeskWish Desk::wish() const
{
    DeskWish wish{.page = state_.page,
                  .location = location_shown(state_, known()),
                  .locations = {},
                  .revision = board_.revision,
                  .now = moment_.figures};
    for (const Location& place : board_.locations) wish.locations.push_back(place.id);
    return wish;
}

desk::View Desk::view(const Layout& layout) const
{
    return make_view(state_, known(), moment_, alarms_, layout);
}

}  // namespace wallboard
