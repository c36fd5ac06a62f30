#include "wallboard/widgets/canvas.hpp"

#include <algorithm>
#include <cmath>
#include <vector>

namespace wallboard {
namespace {

ImDrawFlags flags_of(Round round)
{
    switch (round) {
        case Round::left: return ImDrawFlags_RoundCornersLeft;
        case Round::top: return ImDrawFlags_RoundCornersTop;
        case Round::bottom: return ImDrawFlags_RoundCornersBottom;
        case Round::all: break;
    }
    return ImDrawFlags_RoundCornersAll;
}

}  // namespace

Canvas::Canvas(ImDrawList& draw, const Scale& scale, const Fonts& fonts, const Theme& theme,
               std::vector<DrawnText>* log)
    : draw_{draw},
      scale_{scale},
      fonts_{fonts},
      theme_{theme},
      log_{log}
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
    std::vector<ImVec2> pixels;
    for (const Point& point : convex) pixels.push_back(at(point));
    fill_convex(pixels, with);
}

/// ImGui's soft edge lies outside only if the points go clockwise.
void Canvas::fill_convex(std::vector<ImVec2> pixels, Colour with)
{
    float area = 0;
    for (std::size_t i = 0; i < pixels.size(); ++i) {
        const ImVec2& a = pixels[i];
        const ImVec2& b = pixels[(i + 1) % pixels.size()];
        area += a.x * b.y - b.x * a.y;
    }
    if (area < 0) std::reverse(pixels.begin(), pixels.end());
    draw_.AddConvexPolyFilled(pixels.data(), static_cast<int>(pixels.size()), colour(with));
}

/// Soft edges of quads side by side would show as seams.
void Canvas::fill_under(std::span<const Point> line, float foot, Colour with)
{
    const ImDrawListFlags flags = draw_.Flags;
    draw_.Flags &= ~ImDrawListFlags_AntiAliasedFill;
    for (std::size_t i = 0; i + 1 < line.size(); ++i)
        draw_.AddQuadFilled(at({line[i].x, foot}), at(line[i]), at(line[i + 1]),
                            at({line[i + 1].x, foot}), colour(with));
    draw_.Flags = flags;
}

/// ImGui's own thick lines have hard ends; a filled quad for each piece, cut at the mitre, has soft
/// ones.
void Canvas::stroke(std::span<const Point> points, Colour with, float thickness)
{
    if (points.size() < 2) return;
    const float half = std::max(1.0f, scale_.px(thickness)) / 2;
    std::vector<ImVec2> p;
    for (const Point& point : points) p.push_back(at(point));
    const auto side = [](const ImVec2& from, const ImVec2& to) {
        const float length = std::max(1e-3f, std::hypot(to.x - from.x, to.y - from.y));
        return ImVec2{-(to.y - from.y) / length, (to.x - from.x) / length};
    };
    const auto end = [&](std::size_t i) {
        if (i == 0) return side(p[0], p[1]);
        if (i + 1 == p.size()) return side(p[i - 1], p[i]);
        const ImVec2 a = side(p[i - 1], p[i]);
        const ImVec2 b = side(p[i], p[i + 1]);
        // The sum of both sides, as long as the mitre: 1 / cos of half the turn.
        const float scale = 1.0f / std::max(0.2f, 1.0f + a.x * b.x + a.y * b.y);
        return ImVec2{(a.x + b.x) * scale, (a.y + b.y) * scale};
    };
    for (std::size_t i = 0; i + 1 < p.size(); ++i) {
        const ImVec2 a = end(i);
        const ImVec2 b = end(i + 1);
        fill_convex({{p[i].x + a.x * half, p[i].y + a.y * half},
                     {p[i + 1].x + b.x * half, p[i + 1].y + b.y * half},
                     {p[i + 1].x - b.x * half, p[i + 1].y - b.y * half},
                     {p[i].x - a.x * half, p[i].y - a.y * half}},
                    with);
        // Two soft edges side by side would show as a seam; it is covered, a pixel short of its
        // ends.
        const float inner = half - 1.0f;
        if (i > 0 && inner > 0)
            draw_.AddLine({p[i].x + a.x * inner, p[i].y + a.y * inner},
                          {p[i].x - a.x * inner, p[i].y - a.y * inner}, colour(with), 2.0f);
    }
}

void Canvas::disc(Point centre, float radius, Colour with)
{
    draw_.AddCircleFilled(at(centre), scale_.px(radius), colour(with));
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
    draw_.AddRectFilled({std::round(scale_.px(x)), top},
                        {std::round(scale_.px(x + w)), top + thick}, colour(with));
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
