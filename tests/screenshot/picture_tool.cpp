// For check.sh and shoot.sh:
//   picture_tool compare REFERENCE.png PICTURE.png    0: agree, 1: differ, says where
//   picture_tool neutral PICTURE.png                  0: no saturated pixel, 1: some
//   picture_tool reduce PICTURE.png OUT.png           at most 256 colours

#include <cstdio>
#include <exception>
#include <string>
#include <vector>

#include "tests/screenshot/picture_compare.hpp"

namespace {

using namespace wallboard;
using namespace wallboard::test;

int compare(const std::string& reference, const std::string& picture)
{
    const auto regions = differing_regions(read_png(reference), read_png(picture));
    if (regions.empty()) return 0;
    std::printf("%s and %s differ in %zu places:\n", reference.c_str(), picture.c_str(),
                regions.size());
    for (std::size_t i = 0; i < std::min<std::size_t>(regions.size(), 10); ++i)
        std::printf("  at %d,%d: %d pixels\n", regions[i].x, regions[i].y, regions[i].pixels);
    return 1;
}

int neutral(const std::string& picture)
{
    const int n = saturated_pixels(read_png(picture));
    if (n > 0) std::printf("%s: %d saturated pixels\n", picture.c_str(), n);
    return n > 0 ? 1 : 0;
}

}  // namespace

int main(int argc, char** argv)
try {
    const std::vector<std::string> words(argv + 1, argv + argc);
    if (words.size() == 3 && words[0] == "compare") return compare(words[1], words[2]);
    if (words.size() == 2 && words[0] == "neutral") return neutral(words[1]);
    if (words.size() == 3 && words[0] == "reduce") {
        write_reduced_png(read_png(words[1]), words[2]);
        return 0;
    }
    std::fputs("usage: picture_tool compare A B | neutral A | reduce A OUT\n", stderr);
    return 2;
} catch (const std::exception& error) {
    std::fprintf(stderr, "picture_tool: %s\n", error.what());
    return 2;
}
