#pragma once

#include <filesystem>
#include <optional>
#include <string>

#include "daemon/bridges/asterisk/recording.hpp"
#include "daemon/model/types.hpp"

namespace callwatch::bridge {

/// What was asked of callwatch-bridge.
struct CommandLine {
    bool done = false;  ///< --help, --version or bad usage: everything is said, end with exit_code.
    int exit_code = 0;

    std::filesystem::path config;
    asterisk::RecordingFiles recording;
    double speed = 1;  ///< Times real pacing; 0: as fast as it goes.
    std::optional<Instant> ends_at;
    std::filesystem::path spool;  ///< Empty: as configured.
    std::filesystem::path ipc;    ///< Empty: endpoints as configured.
    std::chrono::seconds linger{60};
    bool check = false;
    bool dump = false;
    bool json = false;
};

CommandLine parse_command_line(int argc, char** argv);

}  // namespace callwatch::bridge
