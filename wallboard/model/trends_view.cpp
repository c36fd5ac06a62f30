#include "wallboard/model/trends_view.hpp"

#include <algorithm>
#include <array>
#include <utility>

#include "wallboard/model/plot_table.hpp"
#include "wallboard/model/trends_parts.hpp"

namespace wallboard {
namespace {

/// A lower plot tells nothing.
constexpr float plot_least = 250;

struct Places {
    Box calls, service, waits, open, footline;
};

Places place_wide(const Layout& layout)
{
    const float h = (layout.h - page_bottom - below_header - tile_gap) / 2;
    const float lower = below_header + h + tile_gap;
    return {.calls = columns(layout.w, 0, 8, below_header, h),
            .service = columns(layout.w, 8, 4, below_header, h),
            .waits = columns(layout.w, 0, 8, lower, h),
            .open = columns(layout.w, 8, 4, lower, h),
            .footline = {}};
}

/// The plots under one another from the one whose turn it is, as many as there is room for.
Places place_under(const Layout& layout, float bottom, std::size_t turn)
{
    const float room = bottom - below_header;
    const auto fit = static_cast<std::size_t>((room + tile_gap) / (plot_least + tile_gap));
    // Four, two or one, so that no plot comes twice in a round.
    const std::size_t shown = fit >= 4 ? 4 : fit >= 2 ? 2 : 1;
    const float h = (room + tile_gap) / static_cast<float>(shown) - tile_gap;
    Places at;
    const std::array all{&at.calls, &at.service, &at.waits, &at.open};
    for (std::size_t i = 0; i < shown; ++i) {
        const float y = below_header + (h + tile_gap) * static_cast<float>(i);
        *all[(turn * shown + i) % all.size()] = columns(layout.w, 0, 12, y, h);
    }
    return at;
}

Places place(const Layout& layout, std::size_t turn)
{
    if (layout.wide()) return place_wide(layout);
    const float bottom = layout.h - page_bottom;
    if (layout.far()) return place_under(layout, bottom, turn);
    const float footline = bottom - footline_height;
    Places at = place_under(layout, footline - tile_gap, 0);
    at.footline = columns(layout.w, 0, 12, footline, footline_height);
    return at;
}

}  // namespace

TrendPlots make_trend_plots(const Snapshot& snapshot, Instant now, const TrendPlaces& at)
{
    const TrendDay day = make_trend_day(snapshot, now);
    const TrendsInput in{snapshot, day, now};
    return {.calls = make_calls_plot(in, at.calls),
            .service = make_service_plot(in, at.service),
            .waits = make_waits_plot(in, at.waits),
            .open = make_open_plot(in, at.open)};
}

TrendPlaces place_trends(const Box& box, float gap)
{
    const float wide = (box.w - gap) * 2 / 3;
    const float h = (box.h - gap) / 2;
    const Box upper{box.x, box.y, wide, h};
    const float x = upper.right() + gap;
    const Box right{x, box.y, box.right() - x, h};
    const auto below = [&](Box one) {
        one.y += h + gap;
        return one;
    };
    return {.calls = upper, .service = right, .waits = below(upper), .open = below(right)};
}

TrendsView make_trends(const Snapshot& snapshot, const Moment& moment, const Alarms& alarms,
                       const PageChoice& choice, const Layout& layout)
{
    const Places at = place(layout, choice.turn);
    TrendPlots plots =
        make_trend_plots(snapshot, moment.figures, {at.calls, at.service, at.waits, at.open});
    TrendsView view;
    view.layout = layout;
    view.frame = make_frame(snapshot, moment, alarms, choice);
    view.calls = std::move(plots.calls);
    view.service = std::move(plots.service);
    view.waits = std::move(plots.waits);
    view.open = std::move(plots.open);
    if (choice.tables)
        for (PlotTile* tile :
             {&view.calls.tile, &view.service.tile, &view.waits.tile, &view.open.tile})
            show_as_table(*tile, choice.turn);
    if (layout.upright()) view.footline = make_footline(snapshot, moment, at.footline, view.frame);
    return view;
}

}  // namespace wallboard
