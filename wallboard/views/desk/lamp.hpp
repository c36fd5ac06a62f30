#pragma once

#include "wallboard/model/desk/page_parts.hpp"
#include "wallboard/widgets/canvas.hpp"

namespace wallboard::desk {

/// Yes: filled; no: a ring; not known: hatched. Always beside a word. `radius` in u.
void draw_lamp(Canvas& canvas, Lamp lamp, Point centre, float radius);

}  // namespace wallboard::desk
