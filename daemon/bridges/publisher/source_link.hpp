#pragma once

#include <chrono>
#include <cstdint>
#include <optional>
#include <set>
#include <span>
#include <string>

#include <zmq.hpp>

#include "callwatch/v1/source.pb.h"
#include "daemon/wire/client_socket.hpp"

namespace callwatch {

/// The two sockets of a source: an XPUB that connects to the collector's SUB, and a DEALER to its
/// ROUTER. Neither keeps anything for a collector that is not there: what cannot be sent now is
/// said so.
class SourceLink {
public:
    struct Place {
        std::string events_endpoint;
        std::string control_endpoint;
        ClientKeys keys;
        int queued_max;  ///< Messages that may wait in a socket.
    };
    /// Throws PublisherError for an endpoint that cannot be one, or is not of this machine and
    /// there are no keys. That nobody listens there is not an error.
    SourceLink(const std::string& source_id, const Place& place);

    /// Connects again where a key was refused, now and then. Call at every turn.
    void mend(std::chrono::steady_clock::time_point now);
    /// What stands in the way, if it is about keys; else empty.
    std::string trouble_with_keys() const;

    /// Reads what the collector subscribes to. Call before the two below.
    void read_subscriptions();
    /// Whether what is sent now has somewhere to go.
    bool subscribed() const;
    /// Counts every time that began. A PUB that sends before loses its first events in silence, and
    /// one whose subscriber went and came back may have lost some.
    std::uint64_t subscriptions() const { return subscriptions_; }

    /// False: no room, or nobody there. Nothing was sent then.
    bool send_events(std::string_view batch);
    bool send_control(std::string_view message);

    /// The next message of the collector, if there is one. What is not one is left out.
    std::optional<v1::CollectorToSource> receive();

    /// Until something can be read, here or from `wake_on`, or for `timeout`.
    void wait(std::chrono::milliseconds timeout, std::span<const int> wake_on);

    static constexpr std::size_t wake_on_max = 16;

private:
    std::string topic_;
    zmq::context_t context_;
    ClientSocket events_;
    ClientSocket control_;
    ConnectionTrouble trouble_ = ConnectionTrouble::none;
    std::set<std::string>
        subscribed_;  ///< Prefixes of our topic, so at most as many as it has letters.
    std::uint64_t subscriptions_ = 0;
};

}  // namespace callwatch
