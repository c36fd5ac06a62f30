#pragma once

#include "wallboard/app/page_maker.hpp"

namespace wallboard {

/// What a key does to the page: 1 Live, 2 Returns, 3 End of day, 4 Departures, 5 Greetings and
/// scripts, 6 Team, 7 Trends, 8 Health, as in the list of pages in README.md; left and right, or up
/// and down, the neighbours; 0 or the space bar gives the wall its own choice back. F1 explains the
/// first figure of the page or closes the card, Tab explains the next, Esc closes the card; V shows
/// plots as tables or as pictures again. `key` is GLFW's code. False if it did nothing.
bool press(PageMaker& maker, int key);

/// Esc or Q, where press() had nothing to do; on a wall that needs a keyboard, which nobody leaves
/// there.
bool ends_wall(int key);

}  // namespace wallboard
