#pragma once

#include "wallboard/model/team_view.hpp"
#include "wallboard/widgets/canvas.hpp"

namespace wallboard {

void draw_team_page(Canvas& canvas, const TeamView& view);

}  // namespace wallboard
