#include "wallboard/widgets/canvas.hpp"

#include <algorithm>
#include <cmath>

namespace wallboard {
namespace {

ImDrawFlags flags_of(Round round)
{
    switch (round) {
        case Round::left:
            return ImDrawFlags_RoundCornersLeft;
        case Round::top:
            return ImDrawFlags_RoundCornersTop;
        case Round::bottom:
            return ImDrawFlags_RoundCornersBottom;
        case Round::all:
            break;
    }
    return ImDrawFlags_RoundCornersAll;
}

}  // namespace

Canvas::Canvas(ImDrawList& draw, const Scale& scale, const Fonts& fonts, const Theme& theme,
               std::vector<DrawnText>* log) :
    draw_{draw}, scale_{scale}, fonts_{fonts}, theme_{theme}, log_{log}
{
}

ImVec2 Canvas::at(Point point) const { return {scale_.px(point.x), scale_.px(point.y)}; }

ImU32 Canvas::colour(Colour colour, float alpha) const
{
    const auto part = [&](int shift) { return static_cast<int>((colour.rgb >> shift) & 0xFFu); };
    return IM_COL32(part(16), part(8), part(0), static_cast<int>(std::lround(alpha * 255.0f)));
}

Canvas::Corners Canvas::snapped(const Box& box) const
{
    return {{std::round(scale_.px(box.x)), std::round(scale_.px(box.y))},
            {std::round(scale_.px(box.right())), std::round(scale_.px(box.bottom()))}};
}

void Canvas::fill(const Box& box, Colour with, float corner, Round round)
{
    if (box.empty()) return;
    const Corners c = snapped(box);
    draw_.AddRectFilled(c.min, c.max, colour(with), scale_.px(corner), flags_of(round));
}

void Canvas::fill_faint(const Box& box, Colour with, float alpha)
{
    if (box.empty()) return;
    const Corners c = snapped(box);
    draw_.AddRectFilled(c.min, c.max, colour(with, alpha));
}

void Canvas::outline(const Box& box, Colour with, float thickness, float corner)
{
    const float line = std::max(1.0f, std::round(scale_.px(thickness)));
    const Corners c = snapped(box);
    const float in = line / 2;
    draw_.AddRect({c.min.x + in, c.min.y + in}, {c.max.x - in, c.max.y - in}, colour(with),
                  std::max(0.0f, scale_.px(corner) - in), ImDrawFlags_RoundCornersAll, line);
}

void Canvas::polygon(std::span<const Point> convex, Colour with)
{
    for (const Point& point : convex) draw_.PathLineTo(at(point));
    draw_.PathFillConvex(colour(with));
}

void Canvas::stroke(std::span<const Point> points, Colour with, float thickness)
{
    for (const Point& point : points) draw_.PathLineTo(at(point));
    draw_.PathStroke(colour(with), 0, std::max(1.0f, scale_.px(thickness)));
}

void Canvas::ring(Point centre, float radius, Colour with, float thickness)
{
    draw_.AddCircle(at(centre), scale_.px(radius), colour(with), 0,
                    std::max(1.0f, scale_.px(thickness)));
}

void Canvas::hairline(float x, float y, float w, Colour with)
{
    const float top = std::round(scale_.px(y));
    const float thick = std::max(1.0f, std::round(scale_.u()));
    draw_.AddRectFilled({std::round(scale_.px(x)), top}, {std::round(scale_.px(x + w)), top + thick},
                        colour(with));
}

void Canvas::clip(const Box& box)
{
    const Corners c = snapped(box);
    draw_.PushClipRect(c.min, c.max, true);
}

void Canvas::end_clip() { draw_.PopClipRect(); }

void Canvas::log_text(std::string text, const Box& box)
{
    if (log_ != nullptr) log_->push_back({std::move(text), box, tile_, layer_});
}

}  // namespace wallboard
