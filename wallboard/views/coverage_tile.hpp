#pragma once

#include "wallboard/model/live_view.hpp"
#include "wallboard/widgets/canvas.hpp"

namespace wallboard {

/// Who can answer, by location: a square for each operator, filled while on a call.
void draw_coverage_tile(Canvas& canvas, const Coverage& coverage);

}  // namespace wallboard
