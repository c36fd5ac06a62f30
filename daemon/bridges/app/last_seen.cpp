#include "daemon/bridges/app/last_seen.hpp"

#include <fcntl.h>
#include <unistd.h>

#include <cerrno>
#include <charconv>
#include <cstring>
#include <fstream>
#include <string>

#include "daemon/bridges/asterisk/times.hpp"
#include "daemon/bridges/publisher/publisher.hpp"

namespace callwatch::bridge {

std::optional<Instant> LastSeen::read() const
{
    std::ifstream file{file_};
    std::string text;
    if (!std::getline(file, text)) return std::nullopt;
    std::int64_t micros = 0;
    const auto [end, error] = std::from_chars(text.data(), text.data() + text.size(), micros);
    if (error != std::errc{} || end != text.data() + text.size() || micros <= 0)
        return std::nullopt;
    return asterisk::instant_of(micros);
}

void LastSeen::write(Instant seen)
{
    if (written_ == seen) return;
    const std::string text = std::to_string(asterisk::micros(seen)) + "\n";
    std::filesystem::path fresh = file_;
    fresh += ".new";
    const int fd = open(fresh.c_str(), O_WRONLY | O_CREAT | O_TRUNC | O_CLOEXEC, 0600);
    const bool written =
        fd >= 0 && ::write(fd, text.data(), text.size()) == static_cast<ssize_t>(text.size()) &&
        fsync(fd) == 0;
    const int error = errno;
    if (fd >= 0) close(fd);
    if (!written || rename(fresh.c_str(), file_.c_str()) != 0)
        throw SpoolError(file_.string() +
                         ": cannot be written: " + std::strerror(written ? errno : error));
    written_ = seen;
}

}  // namespace callwatch::bridge
