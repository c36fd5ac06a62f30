#include "daemon/bridges/asterisk/gzip_file.hpp"

#include <algorithm>
#include <cerrno>
#include <cstring>

#include <fmt/format.h>
#include <zlib.h>

#include "daemon/bridges/asterisk/recording_error.hpp"

namespace callwatch::asterisk {
namespace {

constexpr unsigned read_bytes = 256 * 1024;

}  // namespace

void GzipFile::Close::operator()(gzFile_s* file) const { gzclose(file); }

GzipFile::GzipFile(std::filesystem::path path, std::size_t bytes_max)
    : path_{std::move(path)},
      bytes_max_{bytes_max},
      piece_{std::make_unique_for_overwrite<char[]>(read_bytes)}
{
    if (std::filesystem::is_directory(path_))
        throw RecordingError(fmt::format("{}: is a folder, not a file", path_.string()));
    errno = 0;
    file_.reset(gzopen(path_.c_str(), "rb"));
    if (!file_)
        throw RecordingError(fmt::format("{}: cannot be opened: {}", path_.string(),
                                         errno != 0 ? std::strerror(errno) : "no memory"));
}

std::string_view GzipFile::next()
{
    const int got = gzread(file_.get(), piece_.get(), read_bytes);
    int error = Z_OK;
    const char* why = gzerror(file_.get(), &error);
    // A file that ends in the middle of gzip data is Z_BUF_ERROR, with what could be read.
    if (got < 0 || (error != Z_OK && error != Z_STREAM_END))
        throw RecordingError(fmt::format("{}: cannot be unpacked after {} bytes: {}; copy it again",
                                         path_.string(), bytes_, why));
    bytes_ += static_cast<std::size_t>(got);
    if (bytes_ > bytes_max_)
        throw RecordingError(fmt::format("{}: larger than {} bytes, the most that is read",
                                         path_.string(), bytes_max_));
    return {piece_.get(), static_cast<std::size_t>(got)};
}

std::optional<std::size_t> GzipFile::plain_size() const
{
    std::error_code unknown;
    const auto size = std::filesystem::file_size(path_, unknown);
    if (unknown || gzdirect(file_.get()) == 0) return std::nullopt;
    return size;
}

std::string read_file(const std::filesystem::path& path, std::size_t bytes_max)
{
    GzipFile file{path, bytes_max};
    std::string bytes;
    // As large as it is where it is not packed: growing would copy it again and again.
    bytes.reserve(std::min(file.plain_size().value_or(0), bytes_max));
    for (auto piece = file.next(); !piece.empty(); piece = file.next()) bytes.append(piece);
    return bytes;
}

}  // namespace callwatch::asterisk
