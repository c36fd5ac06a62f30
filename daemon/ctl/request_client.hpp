#pragma once

#include <chrono>
#include <string>

#include <zmq.hpp>

#include "callwatch/v1/request.pb.h"
#include "daemon/wire/client_socket.hpp"

namespace callwatch::ctl {

/// Asks the daemon, one question at a time (proto/callwatch/v1/request.proto).
///
/// Everything that goes wrong is a Failure whose text says what to check: nobody answers within the
/// time-out, the daemon refuses the key or wants one, what answers is not callwatchd, or another
/// version (exit_network); the endpoint is not one (exit_usage); the daemon refuses: exit_usage if
/// the question was wrong, exit_negative if there is no answer to it (no such day, not available).
class RequestClient {
public:
    using Clock = std::chrono::steady_clock;

    RequestClient(std::string endpoint, std::chrono::milliseconds timeout,
                  const ClientKeys& keys = {});

    /// The reply to `request`, with the alternative that belongs to it; `id` and `schema_version`
    /// are set here. A reply that comes late to an earlier question is dropped.
    callwatch::v1::Reply ask(callwatch::v1::Request request);

private:
    callwatch::v1::Reply wait_for_reply(std::uint64_t id);
    void wait_for_frames(Clock::time_point deadline);

    std::string endpoint_;
    std::chrono::milliseconds timeout_;
    zmq::context_t context_;
    ClientSocket socket_;
    std::uint64_t last_id_ = 0;
};

/// proto/README.md: at most this much in one reply. libzmq drops the connection of whoever sends
/// more.
constexpr std::int64_t reply_bytes_max = 4 << 20;

}  // namespace callwatch::ctl
