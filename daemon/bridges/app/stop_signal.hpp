#pragma once

namespace callwatch::bridge {

/// From now on SIGINT and SIGTERM only set a flag: the program ends in good order by itself.
void catch_stop_signals();
bool stop_requested();

}  // namespace callwatch::bridge
