#pragma once

#include <cstddef>
#include <string>
#include <vector>

namespace wallboard {

/// The monitor that is meant: a number from 1, or the first whose name has `wanted` in it. One that
/// is not there is the first one: a wall on the wrong screen is seen and mended, no wall is not.
std::size_t choose_monitor(const std::vector<std::string>& names, const std::string& wanted);

}  // namespace wallboard
