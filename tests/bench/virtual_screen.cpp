#include "tests/bench/virtual_screen.hpp"

#include <cstdlib>
#include <stdexcept>
#include <thread>

namespace callwatch::bench {

VirtualScreen::VirtualScreen()
    : server_{{"Xvfb", "-displayfd", "1", "-screen", "0", "1920x1080x24", "-nolisten", "tcp"},
              folder_.path() / "display"}
{
    using namespace std::chrono_literals;
    for (int i = 0; i < 500 && server_.words().find('\n') == std::string::npos; ++i)
        std::this_thread::sleep_for(20ms);
    const auto words = server_.words();
    if (!server_.is_running() || words.empty())
        throw std::runtime_error{"Xvfb (package xvfb) does not start: " + words};
    setenv("DISPLAY", (":" + words.substr(0, words.find('\n'))).c_str(), 1);
    setenv("LIBGL_ALWAYS_SOFTWARE", "1", 1);
}

}  // namespace callwatch::bench
