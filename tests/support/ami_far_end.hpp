#pragma once

#include <sys/socket.h>
#include <unistd.h>

#include <array>
#include <memory>
#include <string>

#include "daemon/bridges/asterisk/live/ami_connection.hpp"
#include "daemon/model/check.hpp"

namespace callwatch::test {

/// Asterisk's end of every connection that was made; the last one speaks.
class FarEnd {
public:
    FarEnd() = default;
    FarEnd(const FarEnd&) = delete;
    FarEnd& operator=(const FarEnd&) = delete;
    ~FarEnd() { hang_up(); }

    std::unique_ptr<asterisk::AmiConnection> dial()
    {
        ++dialled;
        std::array<int, 2> ends{};
        if (socketpair(AF_UNIX, SOCK_STREAM | SOCK_NONBLOCK, 0, ends.data()) != 0) return nullptr;
        hang_up();
        fd_ = ends[1];
        return std::make_unique<asterisk::AmiConnection>(ends[0]);
    }
    void says(const std::string& text)
    {
        CALLWATCH_CHECK(::write(fd_, text.data(), text.size()) ==
                        static_cast<ssize_t>(text.size()));
    }
    std::string heard()
    {
        std::array<char, 65'536> bytes{};
        const auto got = ::read(fd_, bytes.data(), bytes.size());
        return got > 0 ? std::string{bytes.data(), static_cast<std::size_t>(got)} : "";
    }
    void hang_up()
    {
        if (fd_ >= 0) ::close(fd_);
        fd_ = -1;
    }
    int dialled = 0;

private:
    int fd_ = -1;
};

}  // namespace callwatch::test
