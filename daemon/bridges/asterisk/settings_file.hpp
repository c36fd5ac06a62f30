#pragma once

#include <filesystem>

#include "daemon/bridges/asterisk/settings.hpp"

namespace callwatch::asterisk {

/// Reads asterisk.toml; config/examples/recorded-day/asterisk.toml shows every key. Throws
/// SettingsError with everything that is wrong.
Settings load_settings(const std::filesystem::path& path);

/// The same from memory; `name` stands for the file in complaints.
Settings parse_settings(const std::string& name, std::string_view bytes);

}  // namespace callwatch::asterisk
