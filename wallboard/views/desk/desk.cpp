#include "wallboard/views/desk/desk.hpp"

#include <algorithm>

#include "wallboard/views/card_place.hpp"
#include "wallboard/views/desk/desk_parts.hpp"
#include "wallboard/views/plot_tile.hpp"
#include "wallboard/widgets/banner.hpp"

namespace wallboard::desk {
namespace {

void draw_plots(Canvas& canvas, const TrendPlots& plots, FigurePlaces& figures)
{
    draw_trend_plots(canvas, plots);
    const auto note = [&](const Box& box, const char* figure) {
        if (!box.empty()) figures.push_back({box, box, {{figure, {}}}});
    };
    note(plots.calls.tile.box, "trend-calls");
    note(plots.service.tile.box, "trend-service-level");
    note(plots.waits.tile.box, "trend-longest-wait");
    note(plots.open.tile.box, "trend-open-messages");
}

void draw_page(Canvas& canvas, const PageParts& page, Hits& hits, FigurePlaces& figures)
{
    draw_tiles(canvas, page.tiles, page.tiles_box, figures);
    if (page.day) draw_day_head(canvas, *page.day, figures);
    if (page.checklist) draw_checklist(canvas, *page.checklist, figures);
    for (const List& list : page.lists) draw_list(canvas, list, hits, figures);
    draw_panel(canvas, page.panel, hits);
    draw_panel(canvas, page.beside, hits);
    if (page.plots) draw_plots(canvas, *page.plots, figures);
}

/// Over the tiles: pages, lists and forms stay where they can be read and used.
Box banner_box(const Layout& layout)
{
    const Box tiles = places_for(layout, true).tiles;
    constexpr float clear = 24;
    return {nav_width, tiles.y - clear, layout.w - nav_width, tiles.h + 2 * clear};
}

/// All locations together, or the one that the page shows.
bool is_same(const FigureRef& a, const FigureRef& b)
{
    return a.figure == b.figure &&
           (a.subject == b.subject || a.subject.empty() || b.subject.empty());
}

/// Where the figure stands; else the row of the thing that it is of; else nowhere.
Lit lit_by(const FigurePlaces& places, const FigureRef& of)
{
    const auto find = [&](auto fits) {
        return std::find_if(places.begin(), places.end(), [&](const FigurePlace& place) {
            return std::any_of(place.figures.begin(), place.figures.end(), fits);
        });
    };
    auto found = find([&](const FigureRef& one) { return one == of; });
    if (found == places.end()) found = find([&](const FigureRef& one) { return is_same(one, of); });
    if (found != places.end())
        return {found->lit, found->box.w < found->lit.w ? found->box : Box{}};
    if (!of.subject.empty())
        found = find([&](const FigureRef& one) { return one.subject == of.subject; });
    return found == places.end() ? Lit{} : Lit{found->lit, {}};
}

void draw_card(Canvas& canvas, const ExplainCard& card, const Box& page,
               const FigurePlaces& figures)
{
    const Box under{page.x, head_height, page.w, page.h - head_height - keys_height};
    draw_card_beside(canvas, card, lit_by(figures, card.of), under,
                     under.inset(desk_margin, desk_margin));
}

}  // namespace

void draw_desk(const View& view, const WallLook& look, Hits& hits, FigurePlaces& figures,
               std::vector<DrawnText>* log)
{
    const bool grey = view.frame.head.grey;
    const float w = look.scale.width_u();
    const float h = look.scale.height_u();
    hits.clear();
    figures.clear();
    draw_over_window(
        look, grey ? make_stale(look.theme) : make_theme(look.theme), log, [&](Canvas& canvas) {
            draw_nav(canvas, view.frame, h, hits);
            draw_head(canvas, view.frame, w, hits);
            draw_page(canvas, view.page, hits, figures);
            draw_keys(canvas, view.frame, w, h);
            canvas.enter_layer(1);
            draw_notices(canvas, view.frame, {nav_width, 0, w - nav_width, h - keys_height},
                         figures);
            if (view.frame.head.banner) {
                const Box box = banner_box(view.layout);
                draw_banner(canvas, *view.frame.head.banner, box);
                figures.push_back({box, box, {}});
            }
            if (view.card) draw_card(canvas, *view.card, {nav_width, 0, w - nav_width, h}, figures);
        });
}

void draw_unlock(const Panel& panel, const WallLook& look, Hits& hits)
{
    hits.clear();
    draw_over_window(look, make_theme(look.theme), nullptr,
                     [&](Canvas& canvas) { draw_panel(canvas, panel, hits); });
}

}  // namespace wallboard::desk
