#pragma once

#include <optional>
#include <string>
#include <string_view>

#include <toml++/toml.h>

namespace wallboard {

constexpr std::size_t key_bytes = 32;

/// Raw bytes of hex digits; nothing if there are not exactly `bytes` of them.
std::optional<std::string> from_hex(std::string_view digits, std::size_t bytes = key_bytes);

/// A small file, whole. Throws SettingsError.
std::string read_text(const std::string& path);

/// A key file as a table. Throws SettingsError, naming the line.
toml::table parse_key_file(const std::string& path);

/// The bytes of one of its entries. Throws SettingsError: it is missing or damaged.
std::string bytes_in(const toml::table& table, const char* name, const std::string& path,
                     std::size_t bytes = key_bytes);

/// Throws SettingsError if others than the owner may read the file.
void check_rights(const std::string& path);

}  // namespace wallboard
