#pragma once

#include <vector>

#include "wallboard/model/desk/desk_view.hpp"
#include "wallboard/model/desk/hover.hpp"
#include "wallboard/views/desk/hits.hpp"
#include "wallboard/views/wall.hpp"

namespace wallboard::desk {

/// Draws the desk over the whole window, between NewFrame() and Render(). `hits` gets every place
/// that can be clicked, `figures` every place of a figure that has an explanation; `log`, if given,
/// every text with its place.
void draw_desk(const View& view, const WallLook& look, Hits& hits, FigurePlaces& figures,
               std::vector<DrawnText>* log = nullptr);

/// The same for the question before anything is shown.
void draw_unlock(const Panel& panel, const WallLook& look, Hits& hits);

}  // namespace wallboard::desk
