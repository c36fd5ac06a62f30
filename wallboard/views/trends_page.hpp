#pragma once

#include "wallboard/model/trends_view.hpp"
#include "wallboard/widgets/canvas.hpp"

namespace wallboard {

/// How the day went so far: calls, service level, waits, open messages, by half hours.
void draw_trends_page(Canvas& canvas, const TrendsView& view);

}  // namespace wallboard
