#pragma once

#include "wallboard/model/view_words.hpp"
#include "wallboard/widgets/canvas.hpp"

namespace wallboard {

constexpr float tile_corner = 12;

/// What is written on a tile of this standing.
struct TileInk {
    Colour text;
    Colour quiet;
};

/// A flat rounded field. Action is solid (or, in the blink, an outline), warning has an amber
/// outline, unknown is grey with a hatched strip at the left. Texts drawn after it belong to it.
TileInk draw_tile(Canvas& canvas, const Box& box, Standing standing = Standing::normal,
                  bool outlined = false);

/// Width of the hatched strip of an unknown tile: content begins that much further right.
constexpr float unknown_strip = 32;
constexpr float content_left(const Box& box, Standing standing)
{
    return box.x + tile_padding + (standing == Standing::unknown ? unknown_strip - 8 : 0);
}

}  // namespace wallboard
