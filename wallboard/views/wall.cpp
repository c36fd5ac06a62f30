#include "wallboard/views/wall.hpp"

#include "wallboard/views/departures_page.hpp"
#include "wallboard/views/end_of_day_page.hpp"
#include "wallboard/views/explained_place.hpp"
#include "wallboard/views/greetings_page.hpp"
#include "wallboard/views/health_page.hpp"
#include "wallboard/views/live_page.hpp"
#include "wallboard/views/page_frame.hpp"
#include "wallboard/views/returns_page.hpp"
#include "wallboard/views/stale_banner.hpp"
#include "wallboard/views/team_page.hpp"
#include "wallboard/views/trends_page.hpp"

namespace wallboard {
namespace {

void draw_page(Canvas& canvas, const DeparturesView& view) { draw_departures_page(canvas, view); }
void draw_page(Canvas& canvas, const GreetingsView& view) { draw_greetings_page(canvas, view); }
void draw_page(Canvas& canvas, const HealthView& view) { draw_health_page(canvas, view); }
void draw_page(Canvas& canvas, const TeamView& view) { draw_team_page(canvas, view); }
void draw_page(Canvas& canvas, const TrendsView& view) { draw_trends_page(canvas, view); }
void draw_page(Canvas& canvas, const LiveView& view) { draw_live_page(canvas, view); }
void draw_page(Canvas& canvas, const ReturnsView& view) { draw_returns_page(canvas, view); }
void draw_page(Canvas& canvas, const EndOfDayView& view) { draw_end_of_day_page(canvas, view); }

/// A header and the band: there is nothing else that is known.
void draw_empty(Canvas& canvas, const PageView& page)
{
    const Layout layout = std::visit([](const auto& view) { return view.layout; }, page);
    draw_page_frame(canvas, frame_of(page), layout);
    draw_stale_banner(canvas, frame_of(page), layout);
}

}  // namespace

const FrameView& frame_of(const PageView& page)
{
    return std::visit([](const auto& view) -> const FrameView& { return view.frame; }, page);
}

bool is_grey(const PageView& page) { return frame_of(page).grey; }

void draw_wall(const PageView& page, const WallLook& look, std::vector<DrawnText>* log,
               const ExplainCard* card)
{
    const Theme theme = is_grey(page) ? make_stale(look.theme) : make_theme(look.theme);
    draw_over_window(look, theme, log, [&](Canvas& canvas) {
        if (frame_of(page).empty) return draw_empty(canvas, page);
        std::visit([&](const auto& view) { draw_page(canvas, view); }, page);
        if (card != nullptr) draw_explanation(canvas, page, *card);
    });
}

}  // namespace wallboard
