#pragma once

#include "daemon/bridges/app/command_line.hpp"
#include "daemon/bridges/asterisk/settings.hpp"

namespace callwatch::bridge {

/// Watches a running Asterisk until a stop is requested; returns the exit code. Throws
/// PublisherError.
int run_live(const CommandLine& command, const asterisk::Settings& settings);

}  // namespace callwatch::bridge
