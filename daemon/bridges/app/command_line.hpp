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

    bool is_roster = false;  ///< Else asterisk.
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
    bool once = false;     ///< Roster: tell what there is to tell, and end.
    bool confirm = false;  ///< Roster: the file is right although it lacks many people.
};

CommandLine parse_command_line(int argc, char** argv);

}  // namespace callwatch::bridge
