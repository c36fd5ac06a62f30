#pragma once

#include "wallboard/model/greetings_view.hpp"
#include "wallboard/widgets/canvas.hpp"

namespace wallboard {

void draw_greetings_page(Canvas& canvas, const GreetingsView& view);

}  // namespace wallboard
