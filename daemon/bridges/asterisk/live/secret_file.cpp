#include "daemon/bridges/asterisk/live/secret_file.hpp"

#include <fcntl.h>
#include <sys/stat.h>
#include <unistd.h>

#include <array>
#include <cerrno>
#include <cstring>
#include <string_view>

namespace callwatch::asterisk {
namespace {

constexpr std::size_t secret_bytes_max = 256;

Refusal refusal(std::string detail) { return {Refusal::Code::malformed, std::move(detail)}; }

/// A descriptor that is closed at the end.
struct Descriptor {
    int fd;
    explicit Descriptor(int fd_in) : fd{fd_in} {}
    Descriptor(const Descriptor&) = delete;
    Descriptor& operator=(const Descriptor&) = delete;
    ~Descriptor()
    {
        if (fd >= 0) ::close(fd);
    }
};

}  // namespace

Result<std::string> read_secret(const std::filesystem::path& path)
{
    const Descriptor file{open(path.c_str(), O_RDONLY | O_CLOEXEC | O_NONBLOCK)};
    struct stat status = {};
    if (file.fd < 0 || fstat(file.fd, &status) != 0)
        return refusal(std::string{"must be a file that can be read: "} + std::strerror(errno));
    if (!S_ISREG(status.st_mode)) return refusal("must be a regular file");
    if ((status.st_mode & (S_IRWXG | S_IRWXO)) != 0)
        return refusal("must be readable by its owner alone: chmod 600 it");
    std::array<char, secret_bytes_max + 2> bytes{};
    const auto got = ::read(file.fd, bytes.data(), bytes.size());
    if (got < 0)
        return refusal(std::string{"must be a file that can be read: "} + std::strerror(errno));
    std::string_view text{bytes.data(), static_cast<std::size_t>(got)};
    text = text.substr(0, text.find_first_of("\r\n"));
    if (text.empty() || text.size() > secret_bytes_max)
        return refusal("must hold the secret in its first line, at most 256 bytes");
    return std::string{text};
}

}  // namespace callwatch::asterisk
