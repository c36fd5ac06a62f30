#include "wallboard/widgets/line_plot.hpp"

#include "wallboard/widgets/plot_frame.hpp"

namespace wallboard {

void draw_line_plot(Canvas& canvas, const Box& field, const LinePlot& plot)
{
    constexpr float thickness = 6;
    constexpr float small_dot = 5;
    constexpr float dot = 10;
    const Colour colour = canvas.theme().text;
    for (const auto& piece : plot.pieces) {
        std::vector<Point> points;
        for (const PlotPoint& point : piece) points.push_back(placed_in(field, point));
        if (points.size() == 1) canvas.disc(points.front(), small_dot, colour);
        canvas.stroke(points, colour, thickness);
    }
    if (plot.last) canvas.disc(placed_in(field, *plot.last), dot, colour);
}

}  // namespace wallboard
