#include "wallboard/views/live_page.hpp"

#include "wallboard/views/coverage_tile.hpp"
#include "wallboard/views/figures_tile.hpp"
#include "wallboard/views/footline.hpp"
#include "wallboard/views/hero_tile.hpp"
#include "wallboard/views/page_frame.hpp"
#include "wallboard/views/stale_banner.hpp"
#include "wallboard/views/table.hpp"

namespace wallboard {

void draw_live_page(Canvas& canvas, const LiveView& view)
{
    draw_page_frame(canvas, view.frame, view.layout);
    draw_hero_tile(canvas, view.waiting);
    draw_hero_tile(canvas, view.answering);
    draw_table(canvas, view.queues);
    draw_coverage_tile(canvas, view.coverage);
    draw_day_tile(canvas, view.day, view.layout.upright());
    draw_unreturned_tile(canvas, view.unreturned);
    draw_footline(canvas, view.footline);
    draw_stale_banner(canvas, view.frame, view.layout);
}

}  // namespace wallboard
