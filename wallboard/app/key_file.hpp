#pragma once

#include <string>

#include "wallboard/feed/feed.hpp"

namespace wallboard {

/// Reads a wall's key (`callwatchctl key new NAME --role viewer`), a file that only its owner may
/// read, and the collector's public key: its daemon.pub, or 64 hex digits. Throws SettingsError: a
/// file that is damaged, that others may read, or that is sealed, for a wall starts by itself.
FeedKeys read_keys(const std::string& key_file, const std::string& server_key);

/// The collector's public key, raw, from its daemon.pub or 64 hex digits. Throws SettingsError.
std::string read_server_key(const std::string& server_key);

}  // namespace wallboard
