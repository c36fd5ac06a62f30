#pragma once

#include <string>
#include <string_view>
#include <vector>

namespace callwatch {

/// The word that was probably meant: the one of `words` with the fewest letters changed, added,
/// left out or swapped; the first of equals. Empty if none is within a third of the length of
/// `text` (at least one).
std::string nearest_word(std::string_view text, const std::vector<std::string>& words);

/// "did you mean \"zone\"?", or what there is instead: "known here: name, zone". At most 12 words
/// are listed.
std::string suggestion(std::string_view text, const std::vector<std::string>& words);

}  // namespace callwatch
