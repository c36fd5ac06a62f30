#include "wallboard/views/trends_page.hpp"

#include "wallboard/views/footline.hpp"
#include "wallboard/views/page_frame.hpp"
#include "wallboard/views/plot_tile.hpp"
#include "wallboard/views/stale_banner.hpp"

namespace wallboard {

void draw_trends_page(Canvas& canvas, const TrendsView& view)
{
    draw_page_frame(canvas, view.frame, view.layout);
    draw_calls_plot(canvas, view.calls);
    draw_service_plot(canvas, view.service);
    draw_waits_plot(canvas, view.waits);
    draw_open_plot(canvas, view.open);
    draw_footline(canvas, view.footline);
    draw_stale_banner(canvas, view.frame, view.layout);
}

}  // namespace wallboard
