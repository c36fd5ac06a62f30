#pragma once

namespace wallboard {

/// A rectangle on the page, in u (layout.hpp), from the top left.
struct Box {
    float x = 0;
    float y = 0;
    float w = 0;
    float h = 0;

    float right() const { return x + w; }
    float bottom() const { return y + h; }
    bool empty() const { return w <= 0 || h <= 0; }
    Box inset(float dx, float dy) const { return {x + dx, y + dy, w - 2 * dx, h - 2 * dy}; }
};

/// Distances that every page shares.
constexpr float page_margin = 32;
constexpr float page_bottom = 28;
constexpr float tile_gap = 16;
constexpr float tile_padding = 32;
constexpr float header_height = 96;
constexpr float below_header = 104;
constexpr float hairline_row_pad = 12;
constexpr float footline_height = 32;

/// The box of `span` of 12 columns, starting at column `first`, on a page `page_w` wide.
constexpr Box columns(float page_w, int first, int span, float y, float h)
{
    const float one = (page_w - 2 * page_margin - 11 * tile_gap) / 12;
    return {page_margin + static_cast<float>(first) * (one + tile_gap), y,
            static_cast<float>(span) * one + static_cast<float>(span - 1) * tile_gap, h};
}

}  // namespace wallboard
