#pragma once

#include "wallboard/model/table.hpp"
#include "wallboard/widgets/canvas.hpp"

namespace wallboard {

/// Width in u, the gap after each mark included.
float staff_marks_width(const StaffMarks& marks);

/// One mark for each operator, from the right: telephones that are only on, faint; who is free,
/// outlined; who is on a call, filled. Returns where they begin.
float draw_staff_marks(Canvas& canvas, const StaffMarks& marks, float right, float middle);

}  // namespace wallboard
