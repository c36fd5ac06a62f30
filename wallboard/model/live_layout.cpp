#include "wallboard/model/live_layout.hpp"

#include <algorithm>

namespace wallboard {
namespace {

constexpr float hero_height = 260;
constexpr float foot_height = 150;

LivePlaces place_wide(const Layout& layout)
{
    const float foot = layout.h - page_bottom - foot_height;
    const float body = below_header + hero_height + tile_gap;
    const float body_height = foot - tile_gap - body;
    LivePlaces at;
    at.waiting = columns(layout.w, 0, 8, below_header, hero_height);
    at.answering = columns(layout.w, 8, 4, below_header, hero_height);
    at.queues = columns(layout.w, 0, 8, body, body_height);
    at.coverage = columns(layout.w, 8, 4, body, body_height);
    at.day = columns(layout.w, 0, 8, foot, foot_height);
    at.unreturned = columns(layout.w, 8, 4, foot, foot_height);
    return at;
}

LivePlaces place_upright(const Layout& layout, std::size_t queues, std::size_t locations)
{
    constexpr float hero = 250;
    constexpr float foot = 170;
    constexpr float footline = footline_height;
    const auto row = [&](float y, float h) { return columns(layout.w, 0, 12, y, h); };
    const float two_heroes = below_header + 2 * (hero + tile_gap);
    const float footline_y = layout.h - page_bottom - footline;
    const float day_y = footline_y - tile_gap - foot;
    const float unreturned_y = day_y - tile_gap - foot;
    const float room = unreturned_y - tile_gap - two_heroes;
    // Coverage stands in two columns, under its head; queues take the rest.
    const std::size_t coverage_lines = (locations + 1) / 2;
    const auto coverage_rows = static_cast<float>(coverage_lines);
    const float wanted = 2 * hairline_row_pad + 57 + 64 * std::max(1.0f, coverage_rows);
    const float queue_wanted = 2 * hairline_row_pad + 57 * static_cast<float>(queues + 1);
    const float coverage =
        std::clamp(wanted, 0.0f, std::max(room * 0.4f, room - tile_gap - queue_wanted));
    LivePlaces at;
    at.waiting = row(below_header, hero);
    at.answering = row(below_header + hero + tile_gap, hero);
    at.queues = row(two_heroes, room - tile_gap - coverage);
    at.coverage = row(at.queues.bottom() + tile_gap, coverage);
    at.unreturned = row(unreturned_y, foot);
    at.day = row(day_y, foot);
    at.footline = row(footline_y, footline);
    return at;
}

LivePlaces place_far_live(const Layout& layout)
{
    const FarPlaces far = place_far(layout);
    LivePlaces at;
    at.waiting = far.first;
    at.answering = far.second;
    at.queues = far.list;
    return at;
}

}  // namespace

LivePlaces place_live(const Layout& layout, std::size_t queues, std::size_t locations)
{
    if (layout.wide()) return place_wide(layout);
    if (layout.upright()) return place_upright(layout, queues, locations);
    return place_far_live(layout);
}

}  // namespace wallboard
