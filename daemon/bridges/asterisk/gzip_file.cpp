#include "daemon/bridges/asterisk/gzip_file.hpp"

#include <array>
#include <cerrno>
#include <cstring>
#include <memory>

#include <fmt/format.h>
#include <zlib.h>

#include "daemon/bridges/asterisk/recording_error.hpp"

namespace callwatch::asterisk {
namespace {

constexpr unsigned read_bytes = 256 * 1024;

struct Close {
    void operator()(gzFile file) const { gzclose(file); }
};
using OpenFile = std::unique_ptr<gzFile_s, Close>;

}  // namespace

std::string read_file(const std::filesystem::path& path, std::size_t bytes_max)
{
    if (std::filesystem::is_directory(path))
        throw RecordingError(fmt::format("{}: is a folder, not a file", path.string()));
    errno = 0;
    const OpenFile file{gzopen(path.c_str(), "rb")};
    if (!file)
        throw RecordingError(fmt::format("{}: cannot be opened: {}", path.string(),
                                         errno != 0 ? std::strerror(errno) : "no memory"));
    std::string bytes;
    // As large as it is where it is not packed: growing would copy it again and again.
    std::error_code unknown;
    const auto size = std::filesystem::file_size(path, unknown);
    if (!unknown && size <= bytes_max) bytes.reserve(size + 1);
    auto piece = std::make_unique<std::array<char, read_bytes>>();
    for (;;) {
        const int got = gzread(file.get(), piece->data(), read_bytes);
        int error = Z_OK;
        const char* why = gzerror(file.get(), &error);
        // A file that ends in the middle of gzip data is Z_BUF_ERROR, with what could be read.
        if (got < 0 || (error != Z_OK && error != Z_STREAM_END))
            throw RecordingError(
                fmt::format("{}: cannot be unpacked after {} bytes: {}; copy it again",
                            path.string(), bytes.size(), why));
        if (got == 0) return bytes;
        bytes.append(piece->data(), static_cast<std::size_t>(got));
        if (bytes.size() > bytes_max)
            throw RecordingError(fmt::format("{}: larger than {} bytes, the most that is read",
                                             path.string(), bytes_max));
    }
}

}  // namespace callwatch::asterisk
