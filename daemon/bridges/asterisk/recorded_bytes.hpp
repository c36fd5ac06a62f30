#pragma once

#include <cstddef>
#include <cstdint>
#include <filesystem>
#include <string_view>

#include "daemon/bridges/asterisk/gzip_file.hpp"

namespace callwatch::asterisk {

/// Which bytes are in a file, as far as the file system tells.
struct FileStamp {
    std::uintmax_t bytes = 0;
    std::filesystem::file_time_type written;
    bool operator==(const FileStamp&) const = default;
};
/// Throws RecordingError if the file is not there.
FileStamp stamp_of(const std::filesystem::path& path);

/// The bytes of a recorded connection where its file was read before: once to know what it is, and
/// now to play it. Throws RecordingError as soon as the file is not the one that `stamp` was of:
/// its events would be others than those the spool numbers.
class RecordedBytes {
public:
    RecordedBytes(const std::filesystem::path& path, std::size_t bytes_max, FileStamp stamp);

    /// The next bytes, at least one and at most `most` (not 0). Valid until the next call. Throws
    /// also when there are none.
    std::string_view next(std::size_t most);

private:
    GzipFile file_;
    FileStamp stamp_;
    std::string_view piece_;
};

}  // namespace callwatch::asterisk
