#include "wallboard/widgets/tile.hpp"

#include "wallboard/widgets/hatch.hpp"

namespace wallboard {

TileInk draw_tile(Canvas& canvas, const Box& box, Standing standing, bool outlined)
{
    const Theme& theme = canvas.theme();
    canvas.enter_tile(box);
    switch (standing) {
        case Standing::action:
            if (outlined) {
                canvas.fill(box, theme.tile, tile_corner);
                canvas.outline(box, theme.action, 8, tile_corner);
                return {theme.text, theme.second};
            }
            canvas.fill(box, theme.action, tile_corner);
            return {theme.on_action, theme.on_action};
        case Standing::warning:
            canvas.fill(box, theme.tile, tile_corner);
            canvas.outline(box, theme.warning, 4, tile_corner);
            return {theme.text, theme.second};
        case Standing::unknown:
            canvas.fill(box, theme.unknown, tile_corner);
            draw_hatch(canvas, {box.x, box.y, unknown_strip, box.h}, theme.unknown, theme.hatch,
                       HatchSize::small, tile_corner, Round::left);
            canvas.outline(box, theme.hatch, 4, tile_corner);
            return {theme.text, theme.on_unknown};
        case Standing::normal: break;
    }
    canvas.fill(box, theme.tile, tile_corner);
    return {theme.text, theme.second};
}

}  // namespace wallboard
