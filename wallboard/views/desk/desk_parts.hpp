#pragma once

#include "wallboard/model/desk/frame.hpp"
#include "wallboard/model/desk/hover.hpp"
#include "wallboard/model/desk/page_parts.hpp"
#include "wallboard/views/desk/hits.hpp"
#include "wallboard/widgets/canvas.hpp"

namespace wallboard::desk {

void draw_nav(Canvas& canvas, const Frame& frame, float height, Hits& hits);
void draw_head(Canvas& canvas, const Frame& frame, float width, Hits& hits);
void draw_keys(Canvas& canvas, const Frame& frame, float width, float height);
/// Over the foot of the page, the newest at the bottom.
void draw_notices(Canvas& canvas, const Frame& frame, const Box& page, FigurePlaces& figures);

// Each writes down where its figures stand.
void draw_tiles(Canvas& canvas, const std::vector<Tile>& tiles, const Box& box,
                FigurePlaces& figures);
void draw_list(Canvas& canvas, const List& list, Hits& hits, FigurePlaces& figures);
void draw_panel(Canvas& canvas, const Panel& panel, Hits& hits);
void draw_day_head(Canvas& canvas, const DayHead& day, FigurePlaces& figures);
void draw_checklist(Canvas& canvas, const Checklist& list, FigurePlaces& figures);

}  // namespace wallboard::desk
