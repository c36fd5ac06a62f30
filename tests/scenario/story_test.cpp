// A week that a supervisor could tell, and everything the collector made of it: stories/*.story
// and, reviewed by eye, stories/*.told. `CALLWATCH_WRITE_TOLD=1` writes the latter anew; read it
// then.

#include <cstdlib>
#include <fstream>
#include <iterator>

#include <catch2/catch.hpp>

#include "tests/scenario/story.hpp"

using namespace callwatch::test;

namespace {

std::string read(const std::string& path)
{
    std::ifstream file{path};
    return {std::istreambuf_iterator<char>{file}, {}};
}

std::vector<std::string> lines_of(const std::string& text)
{
    std::vector<std::string> lines;
    for (std::size_t from = 0; from < text.size();) {
        const auto to = text.find('\n', from);
        lines.push_back(text.substr(from, to - from));
        from = to == std::string::npos ? text.size() : to + 1;
    }
    return lines;
}

}  // namespace

TEST_CASE("the week of a holiday in two offices is told as it was reviewed", "[scenario][story]")
{
    const std::string name = STORIES "/thanksgiving_week";
    const auto told = play_story(read(name + ".story"));
    if (std::getenv("CALLWATCH_WRITE_TOLD") != nullptr) {
        std::ofstream file{name + ".told"};
        for (const auto& line : told) file << line << '\n';
    }
    CHECK(told == lines_of(read(name + ".told")));
}

TEST_CASE("a story that is not understood is no story", "[scenario][story]")
{
    CHECK_THROWS_WITH(play_story("monday 2026-11-23\n08:00  the moon rises\n"),
                      "not understood: 08:00  the moon rises");
    CHECK_THROWS(play_story("monday 2026-11-23\n08:00  sue records that anna is back\n"));
}
