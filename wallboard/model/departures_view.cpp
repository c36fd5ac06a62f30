#include "wallboard/model/departures_view.hpp"

#include <algorithm>

#include "wallboard/model/departures_parts.hpp"

namespace wallboard {
namespace {

constexpr float hero_height = 260;
constexpr float stage_height = 270;

struct Boxes {
    Box connected, answered, days, messages, table, footline;
    std::array<Box, 4> stages{};
};

Boxes place_wide(const Layout& layout)
{
    Boxes at;
    const float stages = below_header + hero_height + tile_gap;
    const float body = stages + stage_height + tile_gap;
    const float height = layout.h - page_bottom - body;
    at.connected = columns(layout.w, 0, 6, below_header, hero_height);
    at.answered = columns(layout.w, 6, 6, below_header, hero_height);
    for (int i = 0; i < 4; ++i)
        at.stages.at(static_cast<std::size_t>(i)) =
            columns(layout.w, 3 * i, 3, stages, stage_height);
    at.days = columns(layout.w, 0, 8, body, height);
    at.messages = columns(layout.w, 8, 4, body, height);
    return at;
}

Boxes place_upright(const Layout& layout)
{
    constexpr float hero = 250;
    constexpr float stage = stage_height;
    Boxes at;
    const auto row = [&](float y, float h) { return columns(layout.w, 0, 12, y, h); };
    at.footline = row(layout.h - page_bottom - footline_height, footline_height);
    at.connected = row(below_header, hero);
    at.answered = row(at.connected.bottom() + tile_gap, hero);
    const float stages = at.answered.bottom() + tile_gap;
    for (int i = 0; i < 4; ++i)
        at.stages.at(static_cast<std::size_t>(i)) = columns(
            layout.w, i % 2 * 6, 6, stages + static_cast<float>(i / 2) * (stage + tile_gap), stage);
    at.messages = row(at.footline.y - tile_gap - hero, hero);
    const float days = at.stages[3].bottom() + tile_gap;
    at.days = row(days, at.messages.y - tile_gap - days);
    return at;
}

Boxes place(const Layout& layout)
{
    if (layout.wide()) return place_wide(layout);
    if (layout.upright()) return place_upright(layout);
    const FarPlaces far = place_far(layout);
    Boxes at;
    at.connected = far.first;
    at.answered = far.second;
    at.table = far.list;
    return at;
}

}  // namespace

DeparturesView make_departures(const Snapshot& snapshot, const Moment& moment, const Alarms& alarms,
                               const PageChoice& choice, const Layout& layout)
{
    const Boxes at = place(layout);
    const DeparturesInput in{snapshot, moment, alarms, layout, choice.turn};
    const Departed departed = look_at_departures(snapshot);
    DeparturesView view;
    view.layout = layout;
    view.frame = make_frame(snapshot, moment, alarms, choice);
    view.connected = make_connected(in, departed, at.connected);
    view.answered = make_answered(departed, at.answered);
    view.stages = make_stages(departed, at.stages);
    // Where the row of stages breaks, nothing is at the right to point to.
    if (layout.upright()) view.stages[1].leads_on = false;
    view.days = make_day_blocks(departed, at.days);
    view.messages = make_departed_messages(in, departed, at.messages);
    view.table = make_departures_table(in, at.table);
    if (layout.upright()) view.footline = make_footline(snapshot, moment, at.footline, view.frame);
    return view;
}

}  // namespace wallboard
