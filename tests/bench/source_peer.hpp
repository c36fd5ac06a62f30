#pragma once

#include <zmq.hpp>

#include "callwatch/v1/source.pb.h"
#include "tests/bench/collector_process.hpp"

namespace callwatch::bench {

/// A source as the contract asks for, without a spool: events are bytes already, so that what is
/// measured is the collector and not the sender.
class SourcePeer {
public:
    /// Greets and waits for the welcome.
    explicit SourcePeer(CollectorProcess& collector);

    /// Sends everything, within the window, and serves the control socket until all of it is
    /// acknowledged; gives the seconds from the first frame to the last acknowledgement.
    double send_all(const Frames& frames);

    /// One frame whose last event has this number; no window is kept.
    void send(const std::string& frame, std::uint64_t last);
    void serve();  ///< Takes what has come in and says that it lives.
    std::uint64_t durable() const { return durable_; }

private:
    void beat();
    void hear(int timeout_ms);

    zmq::socket_t events_;
    zmq::socket_t control_;
    std::uint64_t durable_ = 0;
    std::uint64_t window_ = 0;
    std::uint64_t sent_ = 0;
    std::int64_t beat_at_ns_ = 0;
};

/// Waits until somebody subscribes: an XPUB that sends before loses its first events.
void wait_for_subscriber(zmq::socket_t& socket);

/// An XPUB that never drops: a full queue makes the sender wait.
zmq::socket_t make_publisher(zmq::context_t& context);

}  // namespace callwatch::bench
