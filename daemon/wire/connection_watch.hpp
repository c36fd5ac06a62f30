#pragma once

#include <string>

#include <zmq.hpp>

namespace callwatch {

/// What libzmq tells of a client's connection beside its messages (zmq_socket_monitor): a
/// handshake that fails looks like silence otherwise.
enum class ConnectionTrouble {
    none,          ///< Connected, or nothing is known yet.
    nobody,        ///< Nobody listens there.
    key_refused,   ///< The collector does not admit this key, or not to this socket.
    wants_key,     ///< The collector wants a key, and none was shown.
    hangs_up,      ///< It hangs up on who shows no key, before it says why.
    takes_no_key,  ///< A key was shown to a collector that works without keys.
    other_server,  ///< It hangs up: most likely not the collector whose key is expected.
};

class ConnectionWatch {
public:
    /// Before `socket` connects; both outlive this. Throws zmq::error_t.
    ConnectionWatch(zmq::context_t& context, zmq::socket_t& socket, bool has_keys);
    ~ConnectionWatch();
    ConnectionWatch(const ConnectionWatch&) = delete;
    ConnectionWatch& operator=(const ConnectionWatch&) = delete;

    /// Reads what has happened; never waits.
    ConnectionTrouble look();

private:
    void take(std::uint16_t event, std::uint32_t value);

    zmq::socket_t& watched_;
    zmq::socket_t events_;
    bool has_keys_;
    ConnectionTrouble trouble_ = ConnectionTrouble::none;
};

/// The collector has said no. Waiting does not mend it, and libzmq does not try again.
bool is_final(ConnectionTrouble trouble);

/// A sentence for people; empty for none.
std::string describe(ConnectionTrouble trouble);

}  // namespace callwatch
