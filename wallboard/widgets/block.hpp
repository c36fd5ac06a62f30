#pragma once

#include <string_view>

#include "wallboard/model/view_words.hpp"
#include "wallboard/widgets/canvas.hpp"

namespace wallboard {

/// One thing that is counted, or as many as its figure says: grey, red with a square, hatched with
/// "?". Mark and figure stand in the middle, over one another.
void draw_block(Canvas& canvas, const Box& box, Standing standing, std::string_view figure);

}  // namespace wallboard
