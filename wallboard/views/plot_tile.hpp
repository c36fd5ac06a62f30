#pragma once

#include "wallboard/model/trends_view.hpp"
#include "wallboard/widgets/canvas.hpp"

namespace wallboard {

void draw_calls_plot(Canvas& canvas, const CallsPlot& plot);
void draw_service_plot(Canvas& canvas, const ServicePlot& plot);
void draw_waits_plot(Canvas& canvas, const WaitsPlot& plot);
void draw_open_plot(Canvas& canvas, const OpenPlot& plot);
void draw_trend_plots(Canvas& canvas, const TrendPlots& plots);

}  // namespace wallboard
