#pragma once

#include <string_view>

#include <zmq.hpp>

#include "daemon/state/keys.hpp"
#include "daemon/wire/network_error.hpp"
#include "daemon/wire/source_refusals.hpp"

namespace callwatch {

/// Whether a key of this role may connect to the socket of this domain (bind_socket): a source to
/// events and control, people and walls to board and requests.
bool may_connect(Role role, std::string_view domain);

/// Whom libzmq asks, at every handshake, whether a key may connect: the handler of ZAP
/// (rfc.zeromq.org/spec/27). Admitted are keys of the KeyBook that are valid now and fit the
/// socket; the connection's user id is then the key, 64 hex digits. Used by the loop's thread; as
/// long as it is not asked to answer, nobody new gets in.
class KeyGate {
public:
    /// Before any guarded socket is bound. Throws NetworkError if it cannot be bound.
    explicit KeyGate(zmq::context_t& context);

    zmq::pollitem_t poll_item();
    /// Answers what waits, at most handshakes_per_turn_max; never blocks.
    void answer(const KeyBook& keys, std::chrono::steady_clock::time_point now);

    SourceRefusals& refusals() { return refusals_; }
    const SourceRefusals& refusals() const { return refusals_; }

    static constexpr int handshakes_per_turn_max = 64;

private:
    zmq::socket_t socket_;
    SourceRefusals refusals_;
};

}  // namespace callwatch
