#pragma once

#include <cstddef>
#include <filesystem>
#include <memory>
#include <optional>
#include <string>
#include <string_view>

struct gzFile_s;

namespace callwatch::asterisk {

/// A file, packed with gzip or plain, read from its beginning to its end without ever being in
/// memory as a whole: of a long recording, making room for it would cost more than all that is
/// done with it. Throws RecordingError, naming the file.
class GzipFile {
public:
    /// `bytes_max`: the most that is read, unpacked; a file that has more is refused.
    GzipFile(std::filesystem::path path, std::size_t bytes_max);

    /// The next bytes, at most 256 KiB; empty at the end. Valid until the next call.
    std::string_view next();
    /// Its size where it is plain. How large a packed one is, its end tells.
    std::optional<std::size_t> plain_size() const;
    const std::filesystem::path& path() const { return path_; }

private:
    struct Close {
        void operator()(gzFile_s* file) const;
    };

    std::filesystem::path path_;
    std::size_t bytes_max_;
    std::size_t bytes_ = 0;
    std::unique_ptr<gzFile_s, Close> file_;
    std::unique_ptr<char[]> piece_;
};

/// The whole of a file that is not long.
std::string read_file(const std::filesystem::path& path, std::size_t bytes_max);

}  // namespace callwatch::asterisk
