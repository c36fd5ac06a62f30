#pragma once

#include <chrono>
#include <optional>
#include <string>

#include <zmq.hpp>

#include "daemon/ctl/board_mirror.hpp"
#include "daemon/wire/client_socket.hpp"

namespace callwatch::ctl {

/// Follows the board of a running collector: subscribes, asks for the snapshot, and asks again when
/// it sees a hole or nobody answers. Whatever arrives that is not what the contract says is dropped
/// and counted; a collector that comes back is followed again by itself.
class BoardFeed {
public:
    using Clock = std::chrono::steady_clock;

    struct Endpoints {
        std::string board;
        std::string requests;
    };
    /// Connects; nobody need be there yet. Throws Failure (exit_usage) if an endpoint is not one.
    BoardFeed(const Endpoints& endpoints, const ClientKeys& keys);

    /// Takes what has arrived and waits for more, at most `most`; at once if `descriptor` (of a
    /// terminal; -1: none) becomes readable or a signal comes. Throws Failure (exit_network) when
    /// the collector refuses the key, or wants one.
    void wait(std::chrono::milliseconds most, int descriptor = -1);

    const BoardMirror& mirror() const { return mirror_; }
    BoardMirror& mirror() { return mirror_; }

    /// Time since the collector was last heard; nothing: it never was.
    std::optional<std::chrono::milliseconds> age() const;
    std::uint64_t malformed() const { return malformed_; }

private:
    void look_for_trouble();
    void read_board();
    void read_replies();
    void ask_if_needed();

    zmq::context_t context_;
    ClientSocket board_;
    ClientSocket requests_;
    BoardMirror mirror_;
    std::optional<Clock::time_point> heard_at_;
    std::optional<Clock::time_point> asked_at_;
    std::uint64_t asked_id_ = 0;
    std::uint64_t malformed_ = 0;
};

}  // namespace callwatch::ctl
