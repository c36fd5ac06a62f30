#pragma once

#include "wallboard/model/returns_view.hpp"
#include "wallboard/widgets/canvas.hpp"

namespace wallboard {

void draw_returns_page(Canvas& canvas, const ReturnsView& view);

}  // namespace wallboard
