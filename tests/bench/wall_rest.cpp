// P8: what does a wall cost at rest? The real callwatch-wallboard on a board that only beats, its
// clock ticking, drawn by the processor.

#include <chrono>

#include <fmt/format.h>

#include "tests/bench/board_server.hpp"
#include "tests/bench/program.hpp"
#include "tests/bench/virtual_screen.hpp"
#include "tests/bench/wall_items.hpp"

namespace callwatch::bench {
namespace {

using namespace std::chrono_literals;

constexpr auto warm_up = 3s;
constexpr auto at_rest = 10s;

std::uint64_t frames_in(const Program& wall)
{
    const std::string words = wall.words();
    std::uint64_t frames = 0;
    for (auto at = words.find("{\"frame\""); at != std::string::npos;
         at = words.find("{\"frame\"", at + 1))
        ++frames;
    return frames;
}

}  // namespace

void measure_rest(int rounds, Report& report)
{
    const VirtualScreen screen;
    const test::TemporaryDirectory folder;
    BoardServer server{folder.path().string(), CALLWATCH_BOARDS "/live-calm.json"};
    Series percent, per_second;
    for (int round = 0; round < rounds; ++round) {
        const Program wall{{(programs_folder() / "callwatch-wallboard").string(), "--ipc",
                            folder.path().string(), "--windowed", "1920x1080", "--print-frames"},
                           folder.path() / ("log-" + std::to_string(round))};
        server.serve(warm_up);
        const double begin = wall.cpu_seconds();
        const auto frames = frames_in(wall);
        server.serve(at_rest);
        const double seconds = std::chrono::duration<double>(at_rest).count();
        percent.add((wall.cpu_seconds() - begin) / seconds * 100);
        per_second.add(static_cast<double>(frames_in(wall) - frames) / seconds);
    }
    report.add({.item = "P8",
                .what = "the wall at rest, a ticking second, in software, 1080p",
                .target = Target{Target::Kind::at_most, 5, "% of a core"},
                .figures = percent,
                .measured = "all threads; the page in turn, which rotates"});
    report.add({.item = "P8",
                .what = "frames drawn a second meanwhile",
                .target = Target{Target::Kind::at_most, 1.2, "frames"},
                .figures = per_second,
                .measured = "0 while iconified: tests/end_to_end/wall_rest_test.py"});
}

}  // namespace callwatch::bench
