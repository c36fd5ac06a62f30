#pragma once

#include "wallboard/model/table.hpp"
#include "wallboard/widgets/canvas.hpp"

namespace wallboard {

/// Work against the time left: a track, the work on it, a tick where the time ends. What sticks
/// out past the tick is amber and taller, so that it is seen without the colour too.
void draw_work_bar(Canvas& canvas, const Box& field, const WorkBar& bar);

}  // namespace wallboard
