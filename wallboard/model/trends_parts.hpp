#pragma once

#include "wallboard/model/trend_day.hpp"
#include "wallboard/model/trends_view.hpp"

namespace wallboard {

/// What the plots of the page Trends are made from. Lives as long as one call of make_trends().
struct TrendsInput {
    const Snapshot& snapshot;
    const TrendDay& day;
    Instant now;
};

CallsPlot make_calls_plot(const TrendsInput& in, const Box& box);
ServicePlot make_service_plot(const TrendsInput& in, const Box& box);
WaitsPlot make_waits_plot(const TrendsInput& in, const Box& box);
OpenPlot make_open_plot(const TrendsInput& in, const Box& box);

/// A tile with its title; hatched where nothing is known.
PlotTile start_plot(const TrendsInput& in, const Box& box, Label title);

/// How high the field of a plot in this box is.
float field_height(const Box& box);

/// Gives the tile its field, `gutter` u from the left for the numbers at its side, and the hours
/// under it.
void place_field(const TrendHours& hours, float gutter, PlotTile& tile);
/// The same with numbers at the side, and with what was not seen today.
void place_axes(const TrendsInput& in, std::vector<Tick> up, PlotTile& tile);

/// Runs of half hours that were not seen, each with a "?" if that is as wide as its neighbours let
/// it be.
std::vector<PlotGap> gaps_of(const std::vector<bool>& unseen, std::size_t slots, float width);

/// Why there are no calls to show; empty where there are some.
Label no_calls_words(const TrendsInput& in);

/// "? 1 not known", while some location is silent.
std::optional<Badge> not_known_badge(const TrendsInput& in);

/// The counts of a half hour, or of a day of them, as those of a queue: for the formulas of the
/// day.
Queue as_queue(const HalfHour& counts, const TrendDay& day);

/// "08:30"
std::string slot_name(const TrendHours& hours, std::size_t slot);

}  // namespace wallboard
