#include "wallboard/views/desk/desk.hpp"

#include "wallboard/views/desk/desk_parts.hpp"
#include "wallboard/views/explain_card.hpp"
#include "wallboard/views/plot_tile.hpp"
#include "wallboard/widgets/banner.hpp"

namespace wallboard::desk {
namespace {

void draw_page(Canvas& canvas, const PageParts& page, Hits& hits)
{
    draw_tiles(canvas, page.tiles, page.tiles_box);
    if (page.day) draw_day_head(canvas, *page.day);
    if (page.checklist) draw_checklist(canvas, *page.checklist);
    for (const List& list : page.lists) draw_list(canvas, list, hits);
    draw_panel(canvas, page.panel, hits);
    draw_panel(canvas, page.beside, hits);
    if (page.plots) draw_trend_plots(canvas, *page.plots);
}

/// Over the tiles: pages, lists and forms stay where they can be read and used.
Box banner_box(const Layout& layout)
{
    const Box tiles = places_for(layout, true).tiles;
    constexpr float clear = 24;
    return {nav_width, tiles.y - clear, layout.w - nav_width, tiles.h + 2 * clear};
}

void draw_card(Canvas& canvas, const ExplainCard& card, const Box& page)
{
    const Box under{page.x, head_height, page.w, page.h - head_height - keys_height};
    draw_dimmed_around(canvas, under, {});
    draw_explain_card(canvas, card,
                      explain_card_box(canvas, card, under.inset(desk_margin, desk_margin)));
}

}  // namespace

void draw_desk(const View& view, const WallLook& look, Hits& hits, std::vector<DrawnText>* log)
{
    const bool grey = view.frame.head.grey;
    const float w = look.scale.width_u();
    const float h = look.scale.height_u();
    hits.clear();
    draw_over_window(
        look, grey ? make_stale(look.theme) : make_theme(look.theme), log, [&](Canvas& canvas) {
            draw_nav(canvas, view.frame, h, hits);
            draw_head(canvas, view.frame, w, hits);
            draw_page(canvas, view.page, hits);
            draw_keys(canvas, view.frame, w, h);
            canvas.enter_layer(1);
            draw_notices(canvas, view.frame, {nav_width, 0, w - nav_width, h - keys_height});
            if (view.frame.head.banner)
                draw_banner(canvas, *view.frame.head.banner, banner_box(view.layout));
            if (view.card) draw_card(canvas, *view.card, {nav_width, 0, w - nav_width, h});
        });
}

void draw_unlock(const Panel& panel, const WallLook& look, Hits& hits)
{
    hits.clear();
    draw_over_window(look, make_theme(look.theme), nullptr,
                     [&](Canvas& canvas) { draw_panel(canvas, panel, hits); });
}

}  // namespace wallboard::desk
