#pragma once

#include "wallboard/model/live_view.hpp"
#include "wallboard/widgets/canvas.hpp"

namespace wallboard {

/// Is anybody waiting, and how long? Can anybody answer? Then the same per queue and location.
void draw_live_page(Canvas& canvas, const LiveView& view);

}  // namespace wallboard
