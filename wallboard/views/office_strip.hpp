#pragma once

#include "wallboard/model/end_of_day_view.hpp"
#include "wallboard/widgets/canvas.hpp"

namespace wallboard {

/// How the other offices stand, in their fixed order; the one on the page is bold.
void draw_office_strip(Canvas& canvas, const EndOfDayView& view);

}  // namespace wallboard
