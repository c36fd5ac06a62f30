#pragma once

#include <optional>
#include <vector>

#include "wallboard/model/box.hpp"
#include "wallboard/model/desk/state.hpp"

namespace wallboard::desk {

/// Where figures stand on the page: written down while it is drawn, as the places of clicks are.
struct FigurePlace {
    Box box;                         ///< In u: the tile, or the cell of a row.
    Box lit;                         ///< The row around a cell; else the same box.
    std::vector<FigureRef> figures;  ///< The first is explained; none: it hides what is below.
};
using FigurePlaces = std::vector<FigurePlace>;

/// A pointer that rests for so long asks what it rests on.
constexpr Micros hover_after = std::chrono::milliseconds{600};
/// A hand that rests trembles: about five pixels, in u.
constexpr float hover_slack = 13;

/// The figure at this place; of places over one another the one drawn last.
std::optional<FigureRef> figure_at(const FigurePlaces& places, Spot spot);

/// The pointer is there, or nowhere on the window. Where it has moved its rest begins anew. Times
/// are those of one clock that only runs.
void point(State& state, const std::optional<Spot>& spot, Micros now);

/// Says in State::hovered which figure is explained because the pointer rests on it: none while it
/// moves, after a key or a click until it has moved, while F1's card is up, and while a form is
/// being filled.
void hover(State& state, const FigurePlaces& places, Micros now);

/// How long the pointer still has to rest; nothing where that would change nothing.
std::optional<Micros> hover_wait(const State& state, Micros now);

}  // namespace wallboard::desk
