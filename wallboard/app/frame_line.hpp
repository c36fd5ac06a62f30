#pragma once

#include <chrono>
#include <cstdint>
#include <string>

#include "wallboard/app/desk.hpp"
#include "wallboard/app/page_maker.hpp"

namespace wallboard {

/// One line of JSON about a frame that was drawn, for --print-frames: its number from 1, the
/// monotonic clock, which page is up, the board's revision and open duties, and of every page its
/// title, whether it is grey, and the word of the band across it.
std::string frame_line(const PageMaker& maker, const Layout& layout, std::uint64_t number,
                       std::chrono::steady_clock::time_point at);

/// The same of a desk's frame: its number, the clock, the page that is up, the board's revision,
/// whether it is grey and the word of the band across it, whether a form is open, and the figure
/// whose card is up.
std::string frame_line(const Desk& desk, const desk::View& view, std::uint64_t number,
                       std::chrono::steady_clock::time_point at);

/// Prints it for whoever reads through a pipe: each line as soon as its frame is on the screen.
void print_line(const std::string& line);

}  // namespace wallboard
