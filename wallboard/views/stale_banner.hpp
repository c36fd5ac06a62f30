#pragma once

#include "wallboard/model/frame_view.hpp"
#include "wallboard/widgets/canvas.hpp"

namespace wallboard {

/// The last thing drawn on every page: covers its middle when its figures must not be taken for
/// now, and leaves the heroes and the clock in sight. Draws nothing otherwise.
void draw_stale_banner(Canvas& canvas, const FrameView& frame, const Layout& layout);

}  // namespace wallboard
