#pragma once

#include <cstddef>
#include <filesystem>
#include <string>

namespace callwatch::asterisk {

/// The whole content of a file, unpacked if it is gzip. Throws RecordingError: cannot be read, cut
/// off in the middle, or larger than `bytes_max` when unpacked.
std::string read_file(const std::filesystem::path& path, std::size_t bytes_max);

}  // namespace callwatch::asterisk
