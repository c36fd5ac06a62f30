#pragma once

#include <filesystem>
#include <string>

#include "daemon/bridges/roster/people.hpp"

namespace callwatch::roster {

/// roster.toml: config/README.md has every key.
struct Settings {
    std::string source_id;
    std::filesystem::path spool_dir;
    RosterFiles files;
    Zones zones;
    std::chrono::seconds settle{
        2};  ///< A file that changed is read when it was left alone so long.
    std::string events_endpoint = "tcp://127.0.0.1:7701";
    std::string control_endpoint = "tcp://127.0.0.1:7702";
    std::filesystem::path key_file;
    std::string server_key;
};

/// Throws SettingsError with every fault of the file. Paths are relative to it.
Settings load_settings(const std::filesystem::path& path);

}  // namespace callwatch::roster
