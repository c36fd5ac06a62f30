#include "wallboard/model/greetings_view.hpp"

#include <algorithm>

#include "wallboard/model/greetings_parts.hpp"

namespace wallboard {
namespace {

constexpr float hero_height = 260;

struct Boxes {
    Box routes, greetings, messages, table, kinds, footline;
};

Boxes place_upright(const Layout& layout, std::size_t kinds)
{
    constexpr float hero = hero_compact_below;
    Boxes at;
    const auto row = [&](float y, float h) { return columns(layout.w, 0, 12, y, h); };
    at.footline = row(layout.h - page_bottom - footline_height, footline_height);
    at.routes = row(below_header, hero);
    at.greetings = row(at.routes.bottom() + tile_gap, hero);
    at.messages = row(at.greetings.bottom() + tile_gap, hero);
    const float table = at.messages.bottom() + tile_gap;
    const float h = 2 * hairline_row_pad + row_least * static_cast<float>(kinds);
    at.kinds = row(at.footline.y - tile_gap - h, h);
    at.table = row(table, at.kinds.y - tile_gap - table);
    return at;
}

Boxes place(const Layout& layout, std::size_t kinds)
{
    if (layout.upright()) return place_upright(layout, kinds);
    Boxes at;
    if (layout.far()) {
        const FarPlaces far = place_far(layout);
        at.routes = far.first;
        at.greetings = far.second;
        at.table = far.list;
        return at;
    }
    const float body = below_header + hero_height + tile_gap;
    const float h = layout.h - page_bottom - body;
    at.routes = columns(layout.w, 0, 4, below_header, hero_height);
    at.greetings = columns(layout.w, 4, 4, below_header, hero_height);
    at.messages = columns(layout.w, 8, 4, below_header, hero_height);
    at.table = columns(layout.w, 0, 8, body, h);
    at.kinds = columns(layout.w, 8, 4, body, h);
    return at;
}

}  // namespace

GreetingsView make_greetings(const Snapshot& snapshot, const Moment& moment, const Alarms& alarms,
                             const PageChoice& choice, const Layout& layout)
{
    const GreetingsInput in{snapshot, moment, alarms, layout, choice.turn};
    const GreetingsSum sum = sum_of_greetings(in);
    const Boxes at = place(layout, kinds_rows(sum));
    GreetingsView view;
    view.layout = layout;
    view.frame = make_frame(snapshot, moment, alarms, choice);
    view.routes = make_routes_hero(in, sum, at.routes);
    view.greetings = make_greetings_hero(sum, at.greetings);
    view.messages = make_messages_hero(sum, at.messages);
    view.table = make_greetings_table(in, at.table);
    view.kinds = make_kinds_table(sum, at.kinds);
    if (layout.upright()) view.footline = make_footline(snapshot, moment, at.footline, view.frame);
    return view;
}

}  // namespace wallboard
