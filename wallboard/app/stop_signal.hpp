#pragma once

namespace wallboard {

/// From now on SIGINT and SIGTERM are remembered instead of ending the process at once.
void catch_stop_signals();

bool stop_requested();

}  // namespace wallboard
