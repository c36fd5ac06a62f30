#include "wallboard/views/greetings_page.hpp"

#include "wallboard/views/footline.hpp"
#include "wallboard/views/hero_tile.hpp"
#include "wallboard/views/page_frame.hpp"
#include "wallboard/views/stale_banner.hpp"
#include "wallboard/views/table.hpp"

namespace wallboard {

void draw_greetings_page(Canvas& canvas, const GreetingsView& view)
{
    draw_page_frame(canvas, view.frame, view.layout);
    draw_hero_tile(canvas, view.routes);
    draw_hero_tile(canvas, view.greetings);
    draw_hero_tile(canvas, view.messages);
    draw_table(canvas, view.table);
    draw_table(canvas, view.kinds);
    draw_footline(canvas, view.footline);
    draw_stale_banner(canvas, view.frame, view.layout);
}

}  // namespace wallboard
