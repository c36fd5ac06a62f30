#pragma once

#include <cstddef>
#include <string>
#include <string_view>

namespace callwatch::ctl {

/// `text` as it may be sent to a terminal: control characters (also C1, and line ends) and broken
/// UTF-8 become "�". Names and ids come from outside; an escape sequence in one must not move the
/// cursor.
std::string clean(std::string_view text);

/// Columns that `text` takes on a terminal. Accents put on a letter take none, East Asian wide
/// characters two, everything else one: good enough for names, not the whole of Unicode Annex 11.
std::size_t display_width(std::string_view text);

/// The longest beginning of `text` that fits `width` columns; if anything is left out it ends in
/// "…". `width` of 0 gives an empty text.
std::string cut(std::string_view text, std::size_t width);

}  // namespace callwatch::ctl
