#include "tests/bench/virtual_screen.hpp"

#include <cstdlib>
#include <sstream>
#include <stdexcept>
#include <thread>

namespace callwatch::bench {
namespace {

/// The display it chose: a line of digits, among what it says of those that were taken.
std::string number_in(const std::string& words)
{
    std::istringstream lines{words};
    for (std::string line; std::getline(lines, line) && !lines.eof();)
        if (!line.empty() && line.find_first_not_of("0123456789") == std::string::npos) return line;
    return {};
}

}  // namespace

VirtualScreen::VirtualScreen()
    : server_{{"Xvfb", "-displayfd", "1", "-screen", "0", "1920x1080x24", "-nolisten", "tcp"},
              folder_.path() / "display"}
{
    using namespace std::chrono_literals;
    std::string display;
    for (int i = 0; i < 500 && display.empty() && server_.is_running(); ++i) {
        std::this_thread::sleep_for(20ms);
        display = number_in(server_.words());
    }
    if (display.empty())
        throw std::runtime_error{"Xvfb (package xvfb) does not start: " + server_.words()};
    setenv("DISPLAY", (":" + display).c_str(), 1);
    setenv("LIBGL_ALWAYS_SOFTWARE", "1", 1);
}

}  // namespace callwatch::bench
