#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "wallboard/widgets/text.hpp"

namespace wallboard {

/// Distance of the lines of a paragraph, in u.
constexpr float line_pitch = 62;

/// The lines a text needs in this width: broken at spaces, and a word that is too long inside. At
/// most `most` lines; the last one then ends with an ellipsis.
std::vector<std::string> lines_of(const Canvas& canvas, Face face, Step step, float width,
                                  std::string_view text, std::size_t most = 20);

/// Draws a text in as many lines as it needs, capitals of the first at `cap_top`. Returns the
/// height in u, from there to below the last line.
float draw_paragraph(Canvas& canvas, const TextStyle& style, float x, float cap_top, float width,
                     std::string_view text, std::size_t most = 20);

}  // namespace wallboard
