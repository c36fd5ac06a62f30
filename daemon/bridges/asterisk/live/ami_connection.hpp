#pragma once

#include <cstdint>
#include <memory>
#include <string>
#include <string_view>
#include <vector>

namespace callwatch::asterisk {

/// Where an Asterisk listens for managers.
struct AmiAddress {
    std::string host;
    std::uint16_t port = 5038;
    bool tls = false;
    std::string tls_name;     ///< Whose certificate it must be; empty: `host`.
    std::string tls_ca_file;  ///< Who may have signed it; empty: whom the system trusts.
};

/// A TCP connection, with TLS if asked for, that never waits: progress() while it is being made,
/// then read() and send(). Only looking up a host's name may take as long as the resolver takes,
/// before there is anything to read.
class AmiConnection {
public:
    enum class State : std::uint8_t { connecting, open, closed };

    explicit AmiConnection(AmiAddress address);
    /// Over a connected socket, without TLS; the socket is closed with this.
    explicit AmiConnection(int connected_socket);
    ~AmiConnection();
    AmiConnection(const AmiConnection&) = delete;
    AmiConnection& operator=(const AmiConnection&) = delete;

    State state() const { return state_; }
    /// Why it is closed: "Connection refused".
    const std::string& reason() const { return reason_; }
    /// To wait for readability; -1 if there is none.
    int fd() const { return fd_; }

    void progress();
    /// Appends what has arrived, at most read_bytes_max. Closes at the end of the stream, having
    /// given everything before it.
    void read(std::string& into);
    /// Sends, and keeps what does not fit yet; more than unsent_bytes_max closes.
    void send(std::string_view bytes);

    static constexpr std::size_t read_bytes_max = std::size_t{1} << 20;
    static constexpr std::size_t unsent_bytes_max = std::size_t{256} << 10;

private:
    struct Tls;
    struct Target {
        std::vector<unsigned char> address;
        int family;
    };

    void look_up();
    void try_next(std::string why);
    void connected();
    void handshake();
    void flush();
    long read_some(char* into, std::size_t size);
    long write_some(std::string_view bytes);
    void close(std::string why);

    AmiAddress address_;
    std::vector<Target> targets_;
    std::size_t next_target_ = 0;
    State state_ = State::connecting;
    bool is_handshaking_ = false;
    int fd_ = -1;
    std::unique_ptr<Tls> tls_;
    std::string unsent_;
    std::string reason_;
};

}  // namespace callwatch::asterisk
