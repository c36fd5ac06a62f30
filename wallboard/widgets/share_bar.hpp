#pragma once

#include "wallboard/model/table.hpp"
#include "wallboard/widgets/canvas.hpp"

namespace wallboard {

/// One shape for each, so that the share is seen and not read: blocks are good, amber triangles
/// wrong, hatched blocks not known.
void draw_share_bar(Canvas& canvas, const Box& field, const ShareBar& bar);

}  // namespace wallboard
