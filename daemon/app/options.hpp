#pragma once

#include <filesystem>
#include <optional>

#include "daemon/settings/settings.hpp"
#include "daemon/settings/settings_error.hpp"

namespace callwatch {

/// What the command line asked for; it wins over callwatchd.toml.
struct Options {
    bool done = false;  ///< --help, --version, --completion or bad usage: end with exit_code.
    int exit_code = 0;
    bool check_only = false;
    Settings settings;
    /// What is wrong with the organisation and policy files, which are then not in `settings`:
    /// nothing to be stopped by where copies of those in force are kept (app/config_desk).
    std::optional<SettingsError> office_faults;
};

/// Reads the command line and the settings it names. Throws SettingsError if callwatchd.toml cannot
/// be used, or any file of it with --check; bad usage is told on stderr.
Options parse_command_line(int argc, char** argv);

}  // namespace callwatch
