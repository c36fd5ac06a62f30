#include "wallboard/views/live_page.hpp"

#include "wallboard/views/coverage_tile.hpp"
#include "wallboard/views/figures_tile.hpp"
#include "wallboard/views/hero_tile.hpp"
#include "wallboard/views/page_frame.hpp"
#include "wallboard/views/queue_table.hpp"
#include "wallboard/views/stale_banner.hpp"
#include "wallboard/widgets/text.hpp"

namespace wallboard {
namespace {

void draw_footline(Canvas& canvas, const LiveView& view)
{
    if (view.footline.empty()) return;
    canvas.enter_tile({view.footline.x, view.footline.y, view.footline.w, view.footline.h + 16});
    const TextStyle style{Face::condensed, Step::one, canvas.theme().second};
    const float right = text_at_cap(canvas, style, view.footline.right(), view.footline.y,
                                    view.footline_right, Align::right);
    fitted_text(canvas, style, view.footline.x, view.footline.y, view.footline.w - right - 32,
                {view.footline_left, {}});
}

}  // namespace

void draw_live_page(Canvas& canvas, const LiveView& view)
{
    draw_page_frame(canvas, view.frame, view.layout);
    draw_hero_tile(canvas, view.waiting);
    draw_hero_tile(canvas, view.answering);
    draw_queue_table(canvas, view.queues);
    draw_coverage_tile(canvas, view.coverage);
    draw_day_tile(canvas, view.day, view.layout.upright());
    draw_unreturned_tile(canvas, view.unreturned);
    draw_footline(canvas, view);
    draw_stale_banner(canvas, view.frame, view.layout);
}

}  // namespace wallboard
