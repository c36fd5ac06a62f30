#include "wallboard/views/team_page.hpp"

#include "wallboard/views/footline.hpp"
#include "wallboard/views/hero_tile.hpp"
#include "wallboard/views/page_frame.hpp"
#include "wallboard/views/stale_banner.hpp"
#include "wallboard/views/table.hpp"

namespace wallboard {

void draw_team_page(Canvas& canvas, const TeamView& view)
{
    draw_page_frame(canvas, view.frame, view.layout);
    draw_hero_tile(canvas, view.free);
    draw_hero_tile(canvas, view.on_call);
    draw_hero_tile(canvas, view.on_break);
    draw_hero_tile(canvas, view.away);
    draw_table(canvas, view.table);
    draw_footline(canvas, view.footline);
    draw_stale_banner(canvas, view.frame, view.layout);
}

}  // namespace wallboard
