#pragma once

#include <string_view>

#include "wallboard/model/view_words.hpp"
#include "wallboard/widgets/canvas.hpp"

namespace wallboard {

enum class Align { left, right, centre };

struct TextStyle {
    Face face = Face::medium;
    Step step = Step::one;
    Colour colour{};
};

/// Width in u.
float text_width(const Canvas& canvas, Face face, Step step, std::string_view text);

/// Draws one line whose capitals begin at `cap_top`: pages are laid out in capitals, not in line
/// boxes. `x` is the left, right or middle of the text. Returns its width in u.
float text_at_cap(Canvas& canvas, const TextStyle& style, float x, float cap_top,
                  std::string_view text, Align align = Align::left);

/// As text_at_cap(), in at most `width`: the full text, the same condensed, the brief form, that
/// condensed, then cut with an ellipsis. Never smaller. Returns the width drawn.
float fitted_text(Canvas& canvas, const TextStyle& style, float x, float cap_top, float width,
                  const Label& label, Align align = Align::left);

/// The width fitted_text() would use.
float fitted_width(const Canvas& canvas, const TextStyle& style, float width, const Label& label);

/// Top of the capitals that stand in the middle of `box`.
float centred_cap(const Box& box, Step step);

Colour colour_of(const Theme& theme, Tone tone);

}  // namespace wallboard
