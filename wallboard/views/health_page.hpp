#pragma once

#include "wallboard/model/health_view.hpp"
#include "wallboard/widgets/canvas.hpp"

namespace wallboard {

void draw_health_page(Canvas& canvas, const HealthView& view);

}  // namespace wallboard
