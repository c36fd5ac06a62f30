#pragma once

#include "wallboard/app/page_maker.hpp"

namespace wallboard {

/// What a key does to the page: 1 Live, 2 Returns, 3 End of day, 4 Departures, 5 Greetings and
/// scripts, 6 Team, 7 Trends, 8 Health, as in the list of pages in README.md; left and right, or up
/// and down, the neighbours; 0 or the space bar gives the wall its own choice back. `key` is
/// GLFW's code; others do nothing.
void press(PageMaker& maker, int key);

}  // namespace wallboard
