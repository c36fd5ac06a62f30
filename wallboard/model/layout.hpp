#pragma once

#include "wallboard/model/box.hpp"

namespace wallboard {

/// How a page is arranged. The unit u is 1/31 of the label's cap height (widgets/scale.hpp): a
/// bigger distance or a smaller screen makes w and h smaller, and things are dropped; type is never
/// made smaller.
enum class Shape { wide, upright, far };

struct Layout {
    Shape shape = Shape::wide;
    float w = 1920;  ///< In u.
    float h = 1080;

    bool wide() const { return shape == Shape::wide; }
    bool upright() const { return shape == Shape::upright; }
    bool far() const { return shape == Shape::far; }
};

/// Wide from 1856 x 1040 u, upright from 1040 x 1840 u, else far.
Layout layout_for(float w_u, float h_u);

/// A far page has two heroes under one another, and a list where there is room for one.
struct FarPlaces {
    Box first;
    Box second;
    Box list;
};
FarPlaces place_far(const Layout& layout);

}  // namespace wallboard
