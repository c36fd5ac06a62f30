#include "wallboard/views/departures_page.hpp"

#include "wallboard/views/day_blocks_tile.hpp"
#include "wallboard/views/footline.hpp"
#include "wallboard/views/hero_tile.hpp"
#include "wallboard/views/page_frame.hpp"
#include "wallboard/views/stage_tile.hpp"
#include "wallboard/views/stale_banner.hpp"
#include "wallboard/views/table.hpp"

namespace wallboard {

void draw_departures_page(Canvas& canvas, const DeparturesView& view)
{
    draw_page_frame(canvas, view.frame, view.layout);
    draw_hero_tile(canvas, view.connected);
    draw_hero_tile(canvas, view.answered);
    for (const Stage& stage : view.stages) draw_stage_tile(canvas, stage);
    draw_day_blocks_tile(canvas, view.days);
    draw_hero_tile(canvas, view.messages);
    draw_table(canvas, view.table);
    draw_footline(canvas, view.footline);
    draw_stale_banner(canvas, view.frame, view.layout);
}

}  // namespace wallboard
