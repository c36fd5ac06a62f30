#pragma once

#include <cstdint>
#include <filesystem>

#include "daemon/bridges/asterisk/settings.hpp"

namespace callwatch::asterisk {

/// What the settings are for: a recording needs no manager and no secret.
enum class SettingsUse : std::uint8_t { recording, live };

/// Reads asterisk.toml; config/examples/live/asterisk.toml shows every key. Paths in it are
/// relative to it. Throws SettingsError with everything that is wrong, a secret that others may
/// read included.
Settings load_settings(const std::filesystem::path& path, SettingsUse use = SettingsUse::recording);

/// The same from memory; `name` stands for the file in complaints.
Settings parse_settings(const std::string& name, std::string_view bytes,
                        SettingsUse use = SettingsUse::recording);

}  // namespace callwatch::asterisk
