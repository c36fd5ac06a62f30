#pragma once

#include <filesystem>
#include <functional>

#include "daemon/keys/key.hpp"

namespace callwatch::keys {

// A key is two small TOML files: NAME.key, which only its owner may read, and NAME.pub, which is
// handed to a manager. What stands in them is described in config/README.md.

/// Asks the holder; called only for a key that is sealed.
using AskPassphrase = std::function<Secret()>;

/// Writes a new NAME.key, 0600. `passphrase` seals it; empty: unsealed, for machines only. Throws
/// KeyError, also if the file is there or a person's key would be unsealed.
void write_key(const std::filesystem::path& path, const Key& key, const Secret& passphrase);

/// Throws KeyError: it is not there, others may read it, it is damaged, the passphrase is another,
/// or a person's key is not sealed.
Key read_key(const std::filesystem::path& path, const AskPassphrase& ask);

/// Whether read_key() will ask. Throws as it does.
bool is_sealed(const std::filesystem::path& path);

/// Writes a new NAME.pub, 0644. Throws KeyError.
void write_public_key(const std::filesystem::path& path, const PublicKey& key);

/// Throws KeyError, for a NAME.key too: that is a secret and is handed to nobody.
PublicKey read_public_key(const std::filesystem::path& path);

/// 64 hex digits, or the name of a NAME.pub: its 32 bytes. Throws KeyError.
std::string read_server_key(const std::string& hex_or_path);

}  // namespace callwatch::keys
