#include "wallboard/model/team_view.hpp"

#include <algorithm>

#include "wallboard/model/team_parts.hpp"

namespace wallboard {
namespace {

constexpr float hero_height = 260;

struct Boxes {
    Box free, on_call, on_break, away, table, footline;
};

Boxes place_wide(const Layout& layout)
{
    Boxes at;
    const float body = below_header + hero_height + tile_gap;
    at.free = columns(layout.w, 0, 4, below_header, hero_height);
    at.on_call = columns(layout.w, 4, 2, below_header, hero_height);
    at.on_break = columns(layout.w, 6, 2, below_header, hero_height);
    at.away = columns(layout.w, 8, 4, below_header, hero_height);
    at.table = columns(layout.w, 0, 12, body, layout.h - page_bottom - body);
    return at;
}

/// Heroes take what a short table leaves.
Boxes place_upright(const Layout& layout, std::size_t locations)
{
    constexpr float least = hero_compact_below;
    constexpr float most = 340;
    Boxes at;
    at.footline =
        columns(layout.w, 0, 12, layout.h - page_bottom - footline_height, footline_height);
    const float table_wanted = 2 * hairline_row_pad + row_most * static_cast<float>(locations + 1);
    const float room = at.footline.y - tile_gap - below_header - table_wanted;
    const float hero = std::clamp(room / 3 - tile_gap, least, most);
    at.free = columns(layout.w, 0, 12, below_header, hero);
    const float second = at.free.bottom() + tile_gap;
    at.on_call = columns(layout.w, 0, 6, second, hero);
    at.on_break = columns(layout.w, 6, 6, second, hero);
    at.away = columns(layout.w, 0, 12, second + hero + tile_gap, hero);
    const float table = at.away.bottom() + tile_gap;
    at.table = columns(layout.w, 0, 12, table, at.footline.y - tile_gap - table);
    return at;
}

}  // namespace

AwaySum sum_of_away(const Snapshot& snapshot)
{
    AwaySum sum;
    for (const Location& location : snapshot.locations) {
        if (location.hours == Hours::not_yet_monitored) continue;
        if (!is_known(location, snapshot)) {
            ++sum.unknown;
            continue;
        }
        ++sum.known;
        sum.away += location.staff_away;
        sum.no_cover += location.no_cover;
    }
    return sum;
}

TeamView make_team(const Snapshot& snapshot, const Moment& moment, const Alarms& alarms,
                   const PageChoice& choice, const Layout& layout)
{
    const TeamInput in{{snapshot, moment, alarms, layout}, choice.turn};
    const Answering answering = look_at_operators(in.live);
    const AwaySum sum = sum_of_away(snapshot);
    TeamView view;
    view.layout = layout;
    view.frame = make_frame(snapshot, moment, alarms, choice);
    if (layout.far()) {
        const FarPlaces at = place_far(layout);
        view.free = make_free_hero(in.live, answering, at.first);
        // What asks for somebody goes before what is only told.
        if (sum.no_cover > 0)
            view.away = make_away_hero(sum, at.second);
        else
            view.on_call = make_call_and_break_hero(answering, at.second);
        view.table = make_team_table(in, sum, at.list);
        return view;
    }
    const Boxes at =
        layout.wide() ? place_wide(layout) : place_upright(layout, snapshot.locations.size());
    view.free = make_free_hero(in.live, answering, at.free);
    view.on_call = make_on_call_hero(answering, at.on_call);
    view.on_break = make_on_break_hero(answering, at.on_break);
    view.away = make_away_hero(sum, at.away);
    view.table = make_team_table(in, sum, at.table);
    if (layout.upright()) view.footline = make_footline(snapshot, moment, at.footline, view.frame);
    return view;
}

}  // namespace wallboard
