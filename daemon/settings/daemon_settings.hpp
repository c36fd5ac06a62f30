#pragma once

#include <filesystem>
#include <string>

#include "daemon/settings/toml_file.hpp"

namespace callwatch {

/// Where the collector listens: ZeroMQ addresses. Only loopback (127.0.0.0/8) and ipc, unless
/// connections carry keys.
struct Endpoints {
    std::string events = "tcp://127.0.0.1:7701";    ///< SUB; sources connect.
    std::string control = "tcp://127.0.0.1:7702";   ///< ROUTER; sources connect.
    std::string board = "tcp://127.0.0.1:7703";     ///< PUB; wallboards connect.
    std::string requests = "tcp://127.0.0.1:7705";  ///< ROUTER; snapshots and queries.
};

/// Whose clock decides: this machine's, or the smallest of the live sources' (recordings).
enum class TimeMode : std::uint8_t { system, source };

enum class LogLevel : std::uint8_t { debug, info, warning, error };

/// Whether connections carry keys (CURVE). off: whoever reaches a socket is believed, and nobody
/// may say anything in the name of a person.
enum class Curve : std::uint8_t { off, required };

/// callwatchd.toml. Paths are absolute or relative to the file itself.
struct DaemonSettings {
    Endpoints endpoints;
    Curve curve = Curve::off;
    std::filesystem::path data_directory;  ///< Journal, vault and the collector's own key.
    std::filesystem::path organisation;
    std::filesystem::path policy;
    LogLevel log_level = LogLevel::info;
    /// A snapshot of the state is made after so many facts, and at a clean stop.
    std::uint64_t snapshot_every_facts = 100'000;
    /// Where the journal's signed head is written; empty: nowhere.
    std::filesystem::path head_export;
    TimeMode time_mode = TimeMode::system;
    /// TimeMode::source with no live source left: seconds that pass in one second.
    double pace = 1.0;
};

/// Faults go to the file's list, and stand for their default in what is returned; a path that is
/// missing is empty.
DaemonSettings read_daemon_settings(TomlFile& file);

}  // namespace callwatch
