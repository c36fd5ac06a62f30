#pragma once

#include "daemon/bridges/app/command_line.hpp"

namespace callwatch::bridge {

/// Watches a roster and tells the collector what changes, until a stop is requested; or what the
/// command line asks for instead. Returns the exit code. Throws SettingsError, PublisherError.
int run_roster(const CommandLine& command);

}  // namespace callwatch::bridge
