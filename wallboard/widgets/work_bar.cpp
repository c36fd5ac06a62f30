#include "wallboard/widgets/work_bar.hpp"

#include <algorithm>

namespace wallboard {

void draw_work_bar(Canvas& canvas, const Box& field, const WorkBar& bar)
{
    constexpr float thick = 18;
    constexpr float taller = 32;
    constexpr float tick_width = 5;
    constexpr float tick_height = 40;
    const Theme& theme = canvas.theme();
    const float middle = field.y + field.h / 2;
    const auto strip = [&](float from, float to, float height) {
        return Box{field.x + field.w * from, middle - height / 2, field.w * (to - from), height};
    };
    const float work = std::clamp(bar.work, 0.0f, 1.0f);
    const float tick = std::clamp(bar.tick, 0.0f, 1.0f);
    canvas.fill(strip(0, 1, thick), theme.page);
    canvas.fill(strip(0, bar.over ? std::min(work, tick) : work, thick), theme.work);
    if (bar.over && work > tick) canvas.fill(strip(tick, work, taller), theme.warning);
    const float x = std::min(field.x + field.w * tick, field.right() - tick_width);
    canvas.fill({x, middle - tick_height / 2, tick_width, tick_height}, theme.text);
}

}  // namespace wallboard
