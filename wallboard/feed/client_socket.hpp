#pragma once

#include <zmq.hpp>

#include "wallboard/feed/feed.hpp"

namespace wallboard {

/// What every socket to the collector needs: bounds, a reconnection that does not give up, a
/// heartbeat, and CURVE where there are keys. Included by feed/*.cpp only.
void set_client_options(zmq::socket_t& socket, const FeedKeys& keys);

/// Connects anew: libzmq does not try again once a key was refused, and it may be admitted
/// meanwhile.
void connect_again(zmq::socket_t& socket, const std::string& endpoint);

}  // namespace wallboard
