#include "wallboard/model/desk/hover.hpp"

#include <algorithm>
#include <cmath>

namespace wallboard::desk {
namespace {

bool holds(const Box& box, Spot spot)
{
    return spot.x >= box.x && spot.x < box.right() && spot.y >= box.y && spot.y < box.bottom();
}

bool may_ask(const State& state)
{
    return state.pointer && !state.pointer->spent && !state.explained && !state.form;
}

}  // namespace

std::optional<FigureRef> figure_at(const FigurePlaces& places, Spot spot)
{
    const auto on_top = std::find_if(places.rbegin(), places.rend(), [&](const FigurePlace& place) {
        return holds(place.box, spot);
    });
    if (on_top == places.rend() || on_top->figures.empty()) return std::nullopt;
    return on_top->figures.front();
}

void point(State& state, const std::optional<Spot>& spot, Micros now)
{
    if (!spot) {
        state.pointer.reset();
        return;
    }
    const auto& before = state.pointer;
    const bool rests =
        before && std::hypot(spot->x - before->at.x, spot->y - before->at.y) <= hover_slack;
    if (!rests) state.pointer = Pointer{.at = *spot, .since = now};
}

void hover(State& state, const FigurePlaces& places, Micros now)
{
    state.hovered.reset();
    if (may_ask(state) && now - state.pointer->since >= hover_after)
        state.hovered = figure_at(places, state.pointer->at);
}

std::optional<Micros> hover_wait(const State& state, Micros now)
{
    if (!may_ask(state)) return std::nullopt;
    const Micros left = state.pointer->since + hover_after - now;
    if (left <= Micros{0}) return std::nullopt;
    return left;
}

}  // namespace wallboard::desk
