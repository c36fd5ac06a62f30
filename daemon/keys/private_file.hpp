#pragma once

#include <filesystem>
#include <string>

#include "daemon/keys/key.hpp"

namespace callwatch::keys {

/// Who may read a file.
enum class FileRights { owner, everybody };  ///< 0600, 0644.

/// Writes a file that was not there, synced: as a whole or not at all. Throws KeyError, also if it
/// is there.
void write_new_file(const std::filesystem::path& path, std::string_view text, FileRights rights);

/// The whole of a regular file, at most file_bytes_max. With FileRights::owner it is refused if
/// anybody else may read it. Throws KeyError.
Secret read_small_file(const std::filesystem::path& path, FileRights rights);

constexpr std::size_t file_bytes_max = 16'384;

}  // namespace callwatch::keys
