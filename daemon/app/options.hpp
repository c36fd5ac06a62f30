#pragma once

#include <filesystem>

#include "daemon/settings/settings.hpp"

namespace callwatch {

/// What the command line asked for; it wins over callwatchd.toml.
struct Options {
    bool done = false;  ///< --help, --version, --completion or bad usage: end with exit_code.
    int exit_code = 0;
    bool check_only = false;
    Settings settings;
};

/// Reads the command line and the settings it names. Throws SettingsError; bad usage is told on
/// stderr.
Options parse_command_line(int argc, char** argv);

}  // namespace callwatch
