#include "wallboard/widgets/bar_plot.hpp"

#include <algorithm>

#include "wallboard/widgets/plot_frame.hpp"

namespace wallboard {
namespace {

constexpr float between = 3;  // Parts of one bar.
constexpr float least = 3;    // Height of a part that is not nothing.
constexpr float outline = 3;
constexpr float outline_least = 9;
constexpr float beside_most = 5;

}  // namespace

void draw_bar_plot(Canvas& canvas, const Box& field, std::span<const Bar> bars)
{
    const Theme& theme = canvas.theme();
    for (const Bar& bar : bars) {
        const float left = placed_in(field, {bar.from, 0}).x;
        const float width = placed_in(field, {bar.to, 0}).x - left;
        const float beside = std::min(beside_most, 0.1f * width);
        float foot = field.bottom();
        const auto part = [&](float share, float height_least) {
            const float gap = foot < field.bottom() ? between : 0;
            const float h = std::max(height_least, share * field.h - gap);
            const Box box{left + beside, foot - gap - h, width - 2 * beside, h};
            foot = box.y;
            return box;
        };
        if (bar.answered > 0) canvas.fill(part(bar.answered, least), theme.bar);
        if (bar.abandoned > 0) canvas.fill(part(bar.abandoned, least), theme.text);
        if (bar.waiting > 0) canvas.outline(part(bar.waiting, outline_least), theme.bar, outline);
    }
}

}  // namespace wallboard
