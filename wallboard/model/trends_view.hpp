#pragma once

#include <vector>

#include "wallboard/model/frame_view.hpp"
#include "wallboard/model/plot.hpp"

namespace wallboard {

struct CallsPlot {
    PlotTile tile;
    std::vector<Bar> bars;
};

struct ServicePlot {
    PlotTile tile;
    LinePlot line;
};

struct WaitsPlot {
    PlotTile tile;
    HeatMap map;
};

struct OpenPlot {
    PlotTile tile;
    AreaPlot area;
};

/// Where the plots are; one without a size is not made.
struct TrendPlaces {
    Box calls, service, waits, open;
};

/// Four plots with one time axis.
struct TrendPlots {
    CallsPlot calls;
    ServicePlot service;
    WaitsPlot waits;
    OpenPlot open;
};
TrendPlots make_trend_plots(const Snapshot& snapshot, Instant now, const TrendPlaces& at);

/// The two wide ones at the left, each with a narrow one at its right.
TrendPlaces place_trends(const Box& box, float gap);

/// The page Trends: how the day went, half hour by half hour. Four plots with one time axis; a far
/// page shows as many as fit, in turns.
struct TrendsView {
    FrameView frame;
    Layout layout;
    CallsPlot calls;
    ServicePlot service;
    WaitsPlot waits;
    OpenPlot open;
    Footline footline;
};

TrendsView make_trends(const Snapshot& snapshot, const Moment& moment, const Alarms& alarms,
                       const PageChoice& choice, const Layout& layout);

}  // namespace wallboard
