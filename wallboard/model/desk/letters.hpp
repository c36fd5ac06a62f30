#pragma once

#include <string>
#include <string_view>

namespace wallboard::desk {

/// Latin capitals as small letters; all others as they are.
std::string lowered(std::string_view text);

/// Whether `part` stands somewhere in `text`, Latin letters without regard to case.
bool holds(std::string_view text, std::string_view part);

}  // namespace wallboard::desk
