#include "wallboard/app/stop_signal.hpp"

#include <csignal>

namespace wallboard {
namespace {

volatile std::sig_atomic_t stop = 0;

void on_stop(int) { stop = 1; }

}  // namespace

void catch_stop_signals()
{
    std::signal(SIGINT, on_stop);
    std::signal(SIGTERM, on_stop);
}

bool stop_requested() { return stop != 0; }

}  // namespace wallboard
