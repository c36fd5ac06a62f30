#pragma once

#include "wallboard/model/departures_view.hpp"
#include "wallboard/widgets/canvas.hpp"

namespace wallboard {

void draw_departures_page(Canvas& canvas, const DeparturesView& view);

}  // namespace wallboard
