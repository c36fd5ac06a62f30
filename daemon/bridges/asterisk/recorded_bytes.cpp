#include "daemon/bridges/asterisk/recorded_bytes.hpp"

#include <fmt/format.h>

#include "daemon/bridges/asterisk/recording_error.hpp"

namespace callwatch::asterisk {

FileStamp stamp_of(const std::filesystem::path& path)
try {
    return {std::filesystem::file_size(path), std::filesystem::last_write_time(path)};
} catch (const std::filesystem::filesystem_error& error) {
    throw RecordingError(fmt::format("{}: cannot be read: {}", path.string(), error.what()));
}

RecordedBytes::RecordedBytes(const std::filesystem::path& path, std::size_t bytes_max,
                             FileStamp stamp)
    : file_{path, bytes_max},
      stamp_{stamp}
{
}

std::string_view RecordedBytes::next(std::size_t most)
{
    if (piece_.empty()) {
        piece_ = file_.next();
        // After the reading: what was read before a change is what was read the first time.
        if (piece_.empty() || stamp_of(file_.path()) != stamp_)
            throw RecordingError(
                fmt::format("{}: was changed while it was played; play it again from the start, "
                            "into an empty spool directory",
                            file_.path().string()));
    }
    const auto taken = piece_.substr(0, most);
    piece_.remove_prefix(taken.size());
    return taken;
}

}  // namespace callwatch::asterisk
