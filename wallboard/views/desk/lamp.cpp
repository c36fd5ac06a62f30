#include "wallboard/views/desk/lamp.hpp"

#include <array>
#include <cmath>

namespace wallboard::desk {
namespace {

constexpr float stripe = 5;
constexpr float stripe_pitch = 14;
constexpr float half_root = 0.70710678f;  ///< Of two: stripes stand at 45 degrees.

/// Each stripe is a chord, so that none leaves the circle.
void draw_stripes(Canvas& canvas, Point centre, float radius)
{
    const float inner = radius - stripe;
    const float outermost = std::floor(inner / stripe_pitch) * stripe_pitch;
    for (float off = -outermost; off <= outermost; off += stripe_pitch) {
        const float half = std::sqrt(inner * inner - off * off) * half_root;
        const Point middle{centre.x + off * half_root, centre.y + off * half_root};
        const std::array line{Point{middle.x - half, middle.y + half},
                              Point{middle.x + half, middle.y - half}};
        canvas.stroke(line, canvas.theme().hatch, stripe);
    }
}

}  // namespace

void draw_lamp(Canvas& canvas, Lamp lamp, Point centre, float radius)
{
    const Theme& theme = canvas.theme();
    const float edge = radius / 4;
    switch (lamp) {
        case Lamp::yes: canvas.disc(centre, radius, theme.text); return;
        case Lamp::no: canvas.ring(centre, radius - edge / 2, theme.third, edge); return;
        case Lamp::unknown: break;
    }
    canvas.disc(centre, radius, theme.unknown);
    draw_stripes(canvas, centre, radius);
    canvas.ring(centre, radius - edge / 2, theme.hatch, edge);
}

}  // namespace wallboard::desk
