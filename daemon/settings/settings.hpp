#pragma once

#include <filesystem>

#include "daemon/model/organisation.hpp"
#include "daemon/model/policy.hpp"
#include "daemon/settings/daemon_settings.hpp"

namespace callwatch {

/// Everything that is configured.
struct Settings {
    DaemonSettings daemon;
    Organisation organisation;
    Policy policy;
};

/// Where organisation and policy stand.
struct OfficeFiles {
    std::filesystem::path organisation;
    std::filesystem::path policy;
};

/// Reads callwatchd.toml at `path` and the organisation and policy files that it names. Throws
/// SettingsError with the faults of all three files together. The versions of organisation and
/// policy are the hex SHA-256 of their files' bytes.
Settings load_settings(const std::filesystem::path& path);

/// callwatchd.toml alone. Throws SettingsError.
DaemonSettings load_daemon_settings(const std::filesystem::path& path);

/// Organisation and policy of these files instead of those of `settings`. Throws SettingsError.
void load_office(const OfficeFiles& files, Settings& settings);

}  // namespace callwatch
