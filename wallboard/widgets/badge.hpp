#pragma once

#include "wallboard/model/view_words.hpp"
#include "wallboard/widgets/canvas.hpp"

namespace wallboard {

/// A tall badge stands alone in a tile; a low one sits in a table row and sticks out to the right,
/// so that its digits stay in line with the column; a narrow one is low, its word condensed.
enum class BadgeHeight { tall, low, narrow };

/// What a low badge sticks out.
constexpr float low_badge_pad = 0.36f * 43.6f;

/// Width in u, padding included.
float badge_width(const Canvas& canvas, const Badge& badge, BadgeHeight height);

/// Draws the badge with its right edge at `right` and its middle at `middle`. In a row, pass the
/// right edge of the column: the padding is what sticks out.
void draw_badge(Canvas& canvas, const Badge& badge, BadgeHeight height, float right, float middle);

}  // namespace wallboard
