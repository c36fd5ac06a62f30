#pragma once

#include "wallboard/model/end_of_day_view.hpp"
#include "wallboard/widgets/canvas.hpp"

namespace wallboard {

/// One location's verdict as shape, word and reason; the conditions of CLEAR; the other offices.
void draw_end_of_day_page(Canvas& canvas, const EndOfDayView& view);

}  // namespace wallboard
