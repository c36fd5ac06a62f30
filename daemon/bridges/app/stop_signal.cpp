#include "daemon/bridges/app/stop_signal.hpp"

#include <csignal>

namespace callwatch::bridge {
namespace {

volatile std::sig_atomic_t stop_flag = 0;

void on_stop(int) { stop_flag = 1; }

}  // namespace

void catch_stop_signals()
{
    struct sigaction action = {};
    action.sa_handler = on_stop;
    sigaction(SIGINT, &action, nullptr);
    sigaction(SIGTERM, &action, nullptr);
    // A dump into a pipe that is closed early ends by its failing write, with a word.
    std::signal(SIGPIPE, SIG_IGN);
}

bool stop_requested() { return stop_flag != 0; }

}  // namespace callwatch::bridge
