#include "wallboard/widgets/hatch.hpp"

#include <array>

namespace wallboard {

void draw_hatch(Canvas& canvas, const Box& box, Colour ground, Colour stripe, HatchSize size,
                float corner, Round round)
{
    if (box.empty()) return;
    const float width = size == HatchSize::large ? 12.0f : size == HatchSize::small ? 3.0f : 2.0f;
    const float pitch = size == HatchSize::large ? 34.0f : size == HatchSize::small ? 14.0f : 7.0f;
    constexpr float diagonal = 1.41421356f;
    canvas.fill(box, ground, corner, round);
    // Stripes keep a rounded corner free by staying inside it.
    const float in = corner > 0 ? 1.0f : 0.0f;
    canvas.clip({box.x + in, box.y + in, box.w - 2 * in, box.h - 2 * in});
    for (float x = box.x; x < box.right() + box.h; x += pitch * diagonal) {
        const std::array line{Point{x, box.y - 2}, Point{x - box.h - 4, box.bottom() + 2}};
        canvas.stroke(line, stripe, width);
    }
    canvas.end_clip();
}

}  // namespace wallboard
