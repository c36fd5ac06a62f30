#include "wallboard/widgets/area_plot.hpp"

#include <vector>

#include "wallboard/widgets/dashed_line.hpp"
#include "wallboard/widgets/line_plot.hpp"
#include "wallboard/widgets/plot_frame.hpp"
#include "wallboard/widgets/text.hpp"

namespace wallboard {
namespace {

void draw_promise(Canvas& canvas, const Box& field, const AreaPlot& plot)
{
    constexpr Dash long_dashes{10, 10, 4};
    constexpr float below_top = 13;
    const Theme& theme = canvas.theme();
    draw_dashed_line(canvas, placed_in(field, *plot.line.last), placed_in(field, *plot.promise),
                     theme.third, long_dashes);
    if (plot.promise_text.empty()) return;
    const TextStyle style{Face::condensed, Step::one, theme.second};
    text_at_cap(canvas, style, field.right(), field.y + below_top, plot.promise_text, Align::right);
}

}  // namespace

void draw_area_plot(Canvas& canvas, const Box& field, const AreaPlot& plot)
{
    for (const auto& piece : plot.line.pieces) {
        std::vector<Point> points;
        for (const PlotPoint& point : piece) points.push_back(placed_in(field, point));
        canvas.fill_under(points, field.bottom(), canvas.theme().area);
    }
    if (plot.promise && plot.line.last) draw_promise(canvas, field, plot);
    draw_line_plot(canvas, field, plot.line);
}

}  // namespace wallboard
