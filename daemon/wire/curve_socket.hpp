#pragma once

#include <string>

#include <zmq.hpp>

namespace callwatch {

// CURVE (rfc.zeromq.org/spec/26) on a socket, before it binds or connects: everything is encrypted,
// and both ends know each other's key.

/// What a client shows, and whom it expects. Raw keys of 32 bytes; all empty: no keys.
struct ClientKeys {
    std::string public_key;
    std::string secret_key;
    std::string server_key;  ///< Another collector than this one cannot answer.

    bool are_used() const { return !secret_key.empty(); }
};

/// Nothing for keys that are not used.
void use_keys(zmq::socket_t& socket, const ClientKeys& keys);

/// The endpoint is of this machine, or `keys` are used. If not: a sentence that says so.
std::string what_forbids(const std::string& endpoint, const ClientKeys& keys);

/// How a collector's sockets are guarded: by its secret key of 32 bytes; empty: by their addresses
/// alone.
struct SocketGuard {
    std::string secret_key;

    bool is_on() const { return !secret_key.empty(); }
};

/// A collector's socket lets nobody in but whom the handler of rfc.zeromq.org/spec/27 (ZAP) admits
/// to `domain`; without a living handler nobody at all. Nothing for a guard that is off.
void guard_socket(zmq::socket_t& socket, const SocketGuard& guard, const std::string& domain);

/// The key of the connection that a message came by, 64 hex digits, as the ZAP handler named it.
/// Only a guarded socket may be believed: elsewhere a peer can claim whatever it likes.
std::string user_id(const zmq::message_t& message);

}  // namespace callwatch
