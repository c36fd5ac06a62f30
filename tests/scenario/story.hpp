#pragma once

#include <string>
#include <vector>

namespace callwatch::test {

/// Plays a story (stories/*.story) in a fake world and tells what the collector decided: one line a
/// fact, by northside's clock, under a heading for each day. Minutes pass between the lines of the
/// story: sources beat, deadlines come. Throws std::invalid_argument with the line that it does not
/// understand, or that the collector refuses without the story saying so.
std::vector<std::string> play_story(const std::string& text);

}  // namespace callwatch::test
