#include "wallboard/model/desk/live.hpp"

#include <algorithm>

#include "wallboard/model/desk/frame.hpp"
#include "wallboard/model/desk/live_lists.hpp"
#include "wallboard/model/desk/live_tiles.hpp"
#include "wallboard/model/desk/queue_facts.hpp"

namespace wallboard::desk {
namespace {

/// A queue in words needs about this.
constexpr float panel_wanted = 900;
constexpr float panel_least = 420;

struct LivePlaces {
    Box queues;
    Box coverage;
    Box panel;
};

float height_of(std::size_t rows, bool titled)
{
    return list_head * (titled ? 2 : 1) +
           list_pitch * static_cast<float>(std::max<std::size_t>(1, rows));
}

/// Queues over the whole width, and under them who can answer; side by side in a small window.
LivePlaces place(const Places& at, std::size_t queues, std::size_t locations)
{
    LivePlaces out;
    const float coverage = height_of(locations, true);
    if (at.narrow) {
        out.queues = at.main;
        out.coverage = at.panel;
        out.coverage.h = std::min(coverage, at.panel.h);
        out.panel = at.panel;
        out.panel.y = out.coverage.bottom() + desk_gap;
        out.panel.h = at.panel.bottom() - out.panel.y;
        if (out.panel.h >= panel_least) return out;
        out.panel = {};
        out.coverage.h = at.panel.h;
        return out;
    }
    const float left = at.main.x;
    const float width = at.panel.right() - left;
    const float under = std::min(std::max(coverage, panel_wanted), at.main.h / 2);
    out.queues = {left, at.main.y, width,
                  std::min(height_of(queues, false), at.main.h - desk_gap - under)};
    const float y = out.queues.bottom() + desk_gap;
    const float half = (width - desk_gap) / 2;
    out.coverage = {left, y, half, at.main.bottom() - y};
    out.panel = {left + half + desk_gap, y, half, at.main.bottom() - y};
    return out;
}

}  // namespace

PageParts make_live(const State& state, const Knowledge& known, const Moment& moment,
                    const Alarms& alarms, const Layout& layout)
{
    const auto its_board = board_shown(state, known);
    const Snapshot& board = *its_board;
    const auto shown = shown_on(state, known);
    const LiveInput in{board, moment, alarms, layout};
    const Places places = places_for(layout, true);
    const LivePlaces at = place(places, shown->lists[0].ids.size(), board.locations.size());
    PageParts page;
    page.tiles_box = places.tiles;
    page.tiles = make_live_tiles(in, places.narrow);
    page.lists.push_back(make_queue_list(in, state, known, {at.queues, places.narrow}));
    page.lists.push_back(make_coverage_list(in, {at.coverage, places.narrow}));
    page.panel.box = at.panel;
    if (const Queue* queue = find_queue(board, row_selected(state, known)))
        page.panel.items = queue_facts(in, *queue, places.narrow);
    return page;
}

}  // namespace wallboard::desk
