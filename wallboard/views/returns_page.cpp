#include "wallboard/views/returns_page.hpp"

#include "wallboard/views/footline.hpp"
#include "wallboard/views/hero_tile.hpp"
#include "wallboard/views/page_frame.hpp"
#include "wallboard/views/stale_banner.hpp"
#include "wallboard/views/table.hpp"

namespace wallboard {

void draw_returns_page(Canvas& canvas, const ReturnsView& view)
{
    draw_page_frame(canvas, view.frame, view.layout);
    draw_hero_tile(canvas, view.overdue);
    draw_hero_tile(canvas, view.due);
    draw_hero_tile(canvas, view.close);
    draw_table(canvas, view.table);
    draw_table(canvas, view.work);
    draw_footline(canvas, view.footline);
    draw_stale_banner(canvas, view.frame, view.layout);
}

}  // namespace wallboard
