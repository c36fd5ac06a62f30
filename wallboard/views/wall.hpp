#pragma once

#include <variant>
#include <vector>

#include "wallboard/model/departures_view.hpp"
#include "wallboard/model/end_of_day_view.hpp"
#include "wallboard/model/explain/explain_card.hpp"
#include "wallboard/model/greetings_view.hpp"
#include "wallboard/model/health_view.hpp"
#include "wallboard/model/live_view.hpp"
#include "wallboard/model/returns_view.hpp"
#include "wallboard/model/team_view.hpp"
#include "wallboard/model/trends_view.hpp"
#include "wallboard/views/whole_window.hpp"

namespace wallboard {

using PageView = std::variant<LiveView, ReturnsView, EndOfDayView, DeparturesView, GreetingsView,
                              TeamView, TrendsView, HealthView>;

/// Draws one page over the whole screen, between NewFrame() and Render(), and over it `card`, if
/// given: the tile or row it explains stays lit, the rest is dimmed. `log`, if given, gets every
/// text with its place.
void draw_wall(const PageView& page, const WallLook& look, std::vector<DrawnText>* log = nullptr,
               const ExplainCard* card = nullptr);

/// What stands around the page, whichever it is.
const FrameView& frame_of(const PageView& page);

/// True if the page is grey because its figures must not be taken for now.
bool is_grey(const PageView& page);

}  // namespace wallboard
