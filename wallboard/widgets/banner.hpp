#pragma once

#include "wallboard/model/frame_view.hpp"
#include "wallboard/widgets/canvas.hpp"

namespace wallboard {

/// The band across a page whose figures must not be taken for now: full width, the brightest thing
/// on the screen, hatched above and below. `box` has the whole band.
void draw_banner(Canvas& canvas, const Banner& banner, const Box& box);

}  // namespace wallboard
