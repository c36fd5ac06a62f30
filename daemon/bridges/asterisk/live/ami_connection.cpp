#include "daemon/bridges/asterisk/live/ami_connection.hpp"

#include <fcntl.h>
#include <netdb.h>
#include <netinet/in.h>
#include <netinet/tcp.h>
#include <poll.h>
#include <sys/socket.h>
#include <unistd.h>

#include <array>
#include <cerrno>
#include <cstring>
#include <utility>

#include "daemon/bridges/asterisk/live/ami_tls.hpp"

namespace callwatch::asterisk {
namespace {

constexpr std::size_t targets_max = 8;
constexpr std::size_t read_at_once = std::size_t{64} << 10;

/// An end with a reset is no other end than one without.
std::string error_text(int code)
{
    return code == ECONNRESET || code == EPIPE ? "it closed the connection" : std::strerror(code);
}

bool would_block(int code) { return code == EAGAIN || code == EWOULDBLOCK || code == EINTR; }

}  // namespace

AmiConnection::AmiConnection(AmiAddress address) : address_{std::move(address)}
{
    look_up();
    if (state_ == State::connecting) try_next("no address");
}

AmiConnection::AmiConnection(int connected_socket) : state_{State::open}, fd_{connected_socket}
{
    const int flags = fcntl(fd_, F_GETFL, 0);
    if (flags < 0 || fcntl(fd_, F_SETFL, flags | O_NONBLOCK) < 0) close(error_text(errno));
}

AmiConnection::~AmiConnection()
{
    if (fd_ >= 0) ::close(fd_);
}

void AmiConnection::look_up()
{
    addrinfo wanted{};
    wanted.ai_socktype = SOCK_STREAM;
    addrinfo* found = nullptr;
    const std::string port = std::to_string(address_.port);
    const int result = getaddrinfo(address_.host.c_str(), port.c_str(), &wanted, &found);
    if (result != 0) return close(gai_strerror(result));
    for (const addrinfo* one = found; one != nullptr && targets_.size() < targets_max;
         one = one->ai_next) {
        const auto* bytes = reinterpret_cast<const unsigned char*>(one->ai_addr);
        targets_.push_back({{bytes, bytes + one->ai_addrlen}, one->ai_family});
    }
    freeaddrinfo(found);
}

void AmiConnection::try_next(std::string why)
{
    while (true) {
        if (fd_ >= 0) ::close(std::exchange(fd_, -1));
        if (next_target_ >= targets_.size()) return close(std::move(why));
        const Target& target = targets_[next_target_++];
        fd_ = socket(target.family, SOCK_STREAM | SOCK_NONBLOCK | SOCK_CLOEXEC, 0);
        const auto* address = reinterpret_cast<const sockaddr*>(target.address.data());
        const auto size = static_cast<socklen_t>(target.address.size());
        if (fd_ >= 0 && connect(fd_, address, size) == 0) return connected();
        if (fd_ >= 0 && errno == EINPROGRESS) return;
        why = error_text(errno);
    }
}

void AmiConnection::progress()
{
    if (state_ != State::connecting) return;
    if (is_handshaking_) return handshake();
    pollfd wanted{fd_, POLLOUT, 0};
    if (poll(&wanted, 1, 0) <= 0) return;
    int error = 0;
    socklen_t size = sizeof error;
    if (getsockopt(fd_, SOL_SOCKET, SO_ERROR, &error, &size) != 0) error = errno;
    if (error != 0) return try_next(error_text(error));
    connected();
}

void AmiConnection::connected()
{
    const int on = 1;
    setsockopt(fd_, IPPROTO_TCP, TCP_NODELAY, &on, sizeof on);
    if (!address_.tls) {
        state_ = State::open;
        return;
    }
    std::string why;
    tls_ = Tls::make(address_, fd_, why);
    if (!tls_) return close(std::move(why));
    is_handshaking_ = true;
    handshake();
}

void AmiConnection::handshake()
{
    std::string why;
    switch (tls_->handshake(why)) {
        case Tls::Step::again: return;
        case Tls::Step::failed: return close(std::move(why));
        case Tls::Step::done: break;
    }
    is_handshaking_ = false;
    state_ = State::open;
}

void AmiConnection::read(std::string& into)
{
    if (state_ != State::open) return;
    flush();
    const std::size_t had = into.size();
    while (state_ == State::open && into.size() - had < read_bytes_max) {
        std::array<char, read_at_once> bytes;
        const long got = read_some(bytes.data(), bytes.size());
        if (got > 0)
            into.append(bytes.data(), static_cast<std::size_t>(got));
        else if (got == 0)
            return close("it closed the connection");
        else if (would_block(errno))
            return;
        else
            return close(error_text(errno));
    }
}

void AmiConnection::send(std::string_view bytes)
{
    if (state_ != State::open) return;
    unsent_ += bytes;
    flush();
    if (unsent_.size() > unsent_bytes_max) close("it does not take what is sent to it");
}

void AmiConnection::flush()
{
    while (state_ == State::open && !unsent_.empty()) {
        const long sent = write_some(unsent_);
        if (sent > 0)
            unsent_.erase(0, static_cast<std::size_t>(sent));
        else if (sent < 0 && would_block(errno))
            return;
        else
            return close(sent == 0 ? "it closed the connection" : error_text(errno));
    }
}

long AmiConnection::read_some(char* into, std::size_t size)
{
    return tls_ ? tls_->read(into, size) : recv(fd_, into, size, 0);
}

long AmiConnection::write_some(std::string_view bytes)
{
    return tls_ ? tls_->write(bytes) : ::send(fd_, bytes.data(), bytes.size(), MSG_NOSIGNAL);
}

void AmiConnection::close(std::string why)
{
    if (fd_ >= 0) ::close(std::exchange(fd_, -1));
    tls_.reset();
    state_ = State::closed;
    reason_ = std::move(why);
}

}  // namespace callwatch::asterisk
