#include "wallboard/widgets/sparkline.hpp"

#include <algorithm>
#include <vector>

namespace wallboard {

void draw_sparkline(Canvas& canvas, const Box& box, std::span<const std::uint32_t> values,
                    Colour colour)
{
    if (values.empty() || box.empty()) return;
    const std::uint32_t top = std::max(4u, *std::max_element(values.begin(), values.end()));
    const float step = box.w / static_cast<float>(values.size());
    for (std::size_t i = 0; i < values.size(); ++i) {
        const float h = box.h * static_cast<float>(values[i]) / static_cast<float>(top);
        canvas.fill_faint({box.x + static_cast<float>(i) * step, box.bottom() - h, step, h}, colour,
                          0.42f);
    }
    canvas.hairline(box.x, box.bottom(), box.w, colour);
}

void draw_line(Canvas& canvas, const Box& box, std::span<const std::uint32_t> values,
               std::uint32_t top, Colour colour)
{
    if (values.size() < 2 || box.empty()) return;
    constexpr float thickness = 3;
    const float step = box.w / static_cast<float>(values.size() - 1);
    std::vector<Point> points;
    for (std::size_t i = 0; i < values.size(); ++i) {
        const float share =
            static_cast<float>(std::min(values[i], top)) / static_cast<float>(std::max(1u, top));
        points.push_back({box.x + step * static_cast<float>(i),
                          box.bottom() - thickness / 2 - (box.h - thickness) * share});
    }
    canvas.stroke(points, colour, thickness);
}

}  // namespace wallboard
