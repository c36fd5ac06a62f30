#pragma once

#include "wallboard/model/frame_view.hpp"
#include "wallboard/widgets/canvas.hpp"

namespace wallboard {

/// The header of every page: title, rotation or who holds it, sources and age, clock and zone.
void draw_page_frame(Canvas& canvas, const FrameView& frame, const Layout& layout);

}  // namespace wallboard
