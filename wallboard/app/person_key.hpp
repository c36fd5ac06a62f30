#pragma once

#include <string>

#include "wallboard/feed/desk_line.hpp"

namespace wallboard {

/// A person's key, opened: who she is, and what the connection needs.
struct PersonKey {
    std::string person;
    std::string role;
    FeedKeys keys;      ///< Without the collector's.
    std::string fault;  ///< Empty: it is open. "this passphrase does not open it", or worse.
};

/// Opens a sealed key file (`callwatchctl key new NAME --role supervisor --person ID`): Argon2id
/// takes about a second. A file that nobody could open throws SettingsError; a wrong passphrase is
/// a fault that one can try again.
PersonKey open_person_key(const std::string& path, std::string_view passphrase);

/// Whose key it is, without opening it. Throws SettingsError: no key file, one that others may
/// read, one without a person.
PersonKey read_person(const std::string& path);

/// Opens the file anew for each signature: the seed is in memory only while it signs.
Signed sign_with(const std::string& path, const std::string& text, std::string_view passphrase);

/// SHA-256, as 64 hex digits.
std::string sha256_hex(std::string_view text);

/// 128 random bits, hex: the id of a command.
std::string fresh_command_id();

/// The first line of a file that only its owner may read, at most 500 bytes. Throws SettingsError.
desk::Secret read_passphrase(const std::string& path);

}  // namespace wallboard
