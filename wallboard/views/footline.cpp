#include "wallboard/views/footline.hpp"

#include "wallboard/widgets/text.hpp"

namespace wallboard {

void draw_footline(Canvas& canvas, const Footline& footline)
{
    const Box& box = footline.box;
    if (box.empty()) return;
    canvas.enter_tile({box.x, box.y, box.w, box.h + 16});
    const TextStyle style{Face::condensed, Step::one, canvas.theme().second};
    const float right =
        text_at_cap(canvas, style, box.right(), box.y, footline.right, Align::right);
    fitted_text(canvas, style, box.x, box.y, box.w - right - 32, {footline.left, {}});
}

}  // namespace wallboard
