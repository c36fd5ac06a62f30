#include "wallboard/widgets/marks.hpp"

#include <array>
#include <vector>

#include "wallboard/widgets/text.hpp"

namespace wallboard {
namespace {

/// Points given in twentieths of the mark's side.
std::vector<Point> placed(std::initializer_list<Point> points, float x, float y, float size)
{
    std::vector<Point> all;
    for (const Point& p : points) all.push_back({x + p.x / 20 * size, y + p.y / 20 * size});
    return all;
}

void draw_arrow(Canvas& canvas, Mark mark, float x, float y, float size, Colour colour)
{
    const float thick = 0.15f * size;
    const auto line = [&](std::initializer_list<Point> points) {
        canvas.stroke(placed(points, x, y, size), colour, thick);
    };
    if (mark == Mark::up) {
        line({{4, 16}, {15.5f, 4.5f}});
        line({{7, 4}, {16, 4}, {16, 13}});
    } else if (mark == Mark::down) {
        line({{4, 4}, {15.5f, 15.5f}});
        line({{7, 16}, {16, 16}, {16, 7}});
    } else {
        line({{2, 10}, {16.5f, 10}});
        line({{11, 4.5f}, {17, 10}, {11, 15.5f}});
    }
}

void draw_operator(Canvas& canvas, Mark mark, const Box& box, Colour colour)
{
    const float one = box.w / operator_square;
    switch (mark) {
        case Mark::on_call: return canvas.fill(box, colour, 3 * one);
        case Mark::free: return canvas.outline(box, colour, 4 * one, 3 * one);
        case Mark::phone_only:
            return canvas.outline(box.inset(3 * one, 3 * one), colour, 2 * one, 3 * one);
        default:
            return canvas.stroke(placed({{2, 10}, {18, 10}}, box.x, box.y, box.w), colour, 4 * one);
    }
}

}  // namespace

void draw_mark(Canvas& canvas, Mark mark, float x, float y, float size, Colour colour)
{
    switch (mark) {
        case Mark::none: return;
        case Mark::square:
            canvas.fill({x + 0.05f * size, y + 0.05f * size, 0.9f * size, 0.9f * size}, colour,
                        0.07f * size);
            return;
        case Mark::triangle:
            canvas.polygon(placed({{10, 0.8f}, {19.6f, 19}, {0.4f, 19}}, x, y, size), colour);
            return;
        case Mark::question: {
            const Step step = size > 39 ? Step::one_and_half : Step::one;
            text_at_cap(canvas, {Face::bold, step, colour}, x + size / 2,
                        y + (size - cap_of(step)) / 2, "?", Align::centre);
            return;
        }
        case Mark::tick:
            canvas.stroke(placed({{2.5f, 10.5f}, {7.5f, 15.5f}, {17.5f, 4}}, x, y, size), colour,
                          0.17f * size);
            return;
        case Mark::pause:
            canvas.fill({x + 0.2f * size, y + 0.1f * size, 0.2f * size, 0.8f * size}, colour);
            canvas.fill({x + 0.6f * size, y + 0.1f * size, 0.2f * size, 0.8f * size}, colour);
            return;
        case Mark::up:
        case Mark::flat:
        case Mark::down: draw_arrow(canvas, mark, x, y, size, colour); return;
        case Mark::on_call:
        case Mark::free:
        case Mark::phone_only:
        case Mark::off: draw_operator(canvas, mark, {x, y, size, size}, colour); return;
    }
}

void draw_chevron(Canvas& canvas, const Box& box, Colour colour)
{
    const std::array points{Point{box.x, box.y}, Point{box.right(), box.y + box.h / 2},
                            Point{box.x, box.bottom()}};
    canvas.stroke(points, colour, 5);
}

void draw_ring_tick(Canvas& canvas, float x, float y, float size, Colour colour)
{
    const float line = size > 100 ? 0.07f : 0.09f;
    canvas.ring({x + size / 2, y + size / 2}, (0.5f - line / 2) * size, colour, line * size);
    const auto tick = placed({{5.5f, 10.2f}, {8.8f, 13.9f}, {14.7f, 6}}, x, y, size);
    canvas.stroke(tick, colour, 0.1f * size);
}

}  // namespace wallboard
