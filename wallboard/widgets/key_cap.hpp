#pragma once

#include <span>

#include "wallboard/model/key_hint.hpp"
#include "wallboard/widgets/canvas.hpp"

namespace wallboard {

/// Height of a key, in u: 24 pixels on a desk.
constexpr float key_cap_height = 66;

/// Width in u of the key and, after a gap, of what it does.
float key_hint_width(const Canvas& canvas, const KeyHint& hint);

/// Draws a key as an outline, filled blue when it is armed, and right of it what it does. The key
/// begins at `x`, its middle is at `middle`. Returns the width in u.
float draw_key_hint(Canvas& canvas, const KeyHint& hint, float x, float middle);

/// The hints one after the other, the last one ending at `right`, in at most `width`: those at the
/// end stay, the first ones are left out where there is no room. Returns the width used.
float draw_key_hints(Canvas& canvas, std::span<const KeyHint> hints, float right, float middle,
                     float width);

}  // namespace wallboard
