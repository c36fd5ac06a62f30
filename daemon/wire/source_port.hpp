#pragma once

#include <array>
#include <cstdint>
#include <functional>
#include <map>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include <zmq.hpp>

#include "daemon/state/keys.hpp"
#include "daemon/wire/curve_socket.hpp"
#include "daemon/wire/network_error.hpp"
#include "daemon/wire/source_refusals.hpp"
#include "daemon/wire/source_session.hpp"

namespace callwatch {

struct SourcePortSettings {
    std::string events_endpoint;    ///< "tcp://127.0.0.1:7701"
    std::string control_endpoint;   ///< "tcp://127.0.0.1:7702"
    std::vector<SourceId> sources;  ///< Who is listened to; everybody else is refused.
    std::uint32_t window = 4'096;   ///< Unacknowledged events a source may have in flight.
    SocketGuard guard;              ///< Off: only loopback and ipc:// are possible.
};

/// The collector's end of every source: a bound SUB for events and a bound ROUTER for the
/// conversation beside them (proto/callwatch/v1/source.proto). Used by one thread; never blocks.
///
/// Whatever arrives, at most a counter changes: traffic that is not what the contract says is
/// refused, counted by its code, answered where there is somebody to answer, and harms nobody else.
class SourcePort {
public:
    /// Throws NetworkError if an endpoint is not of this machine and nothing guards it. Nothing is
    /// bound yet.
    SourcePort(zmq::context_t& context, SourcePortSettings settings);

    /// What the journal knows of a source; before bind(). A source that is no longer configured is
    /// ignored.
    void resume(const SourceId& source, std::uint64_t epoch, std::uint64_t durable);

    /// With a guard that is on, before bind(): a source is listened to only by a valid key that was
    /// admitted for its id, at every message. `keys` outlives this.
    void listen_to(const KeyBook& keys) { keys_ = &keys; }

    /// Begins to listen: only after the replay, because a greeting is answered with what the
    /// journal has. Throws NetworkError.
    void bind();

    /// For the caller's zmq::poll; ZMQ_POLLIN.
    std::array<zmq::pollitem_t, 2> poll_items();

    using Hear = std::function<void(const heard::Input&)>;

    /// Tells what has been heard, at most `max` inputs besides signs of life, each as soon as it is
    /// read, so that its memory serves the next; the rest stays for the next call. Also asks for
    /// what is missing, so call it at least every 250 ms even if nothing can be polled. `now` is
    /// the monotonic clock.
    void take(std::size_t max, SteadyTime now, const Hear& hear);
    /// Whether take() would give more at once: do not wait then.
    bool has_more() const { return next_ < ready_.size(); }

    /// The journal has everything of this epoch up to `durable`: the source may forget it. Call
    /// after the commit, never before.
    void acknowledge(const SourceId& source, std::uint64_t epoch, std::uint64_t durable);

    const SourceRefusals& refusals() const { return refusals_; }
    SourceRefusals& refusals() { return refusals_; }

private:
    struct Peer {
        SourceSession session;
        std::string route;   ///< Its address at the ROUTER; empty: not heard from yet.
        bool alive = false;  ///< Since the last take().
    };

    std::size_t tell(std::size_t max, const Hear& hear);
    bool read_events(SteadyTime now);
    bool read_control(SteadyTime now);
    std::optional<Refusal> take_batch(std::string_view topic, const zmq::message_t& body);
    std::optional<Refusal> take_control(const std::string& route, const zmq::message_t& body);
    std::optional<Refusal> check_key(const zmq::message_t& body, const std::string& source) const;
    Peer* find(const std::string& source_id);
    void ask_for_holes(SteadyTime now);
    void send(const std::string& route, const v1::CollectorToSource& message);

    SourcePortSettings settings_;
    const KeyBook* keys_ = nullptr;
    zmq::socket_t events_;
    zmq::socket_t control_;
    std::map<SourceId, Peer> peers_;
    std::vector<heard::Input> ready_;
    std::size_t next_ = 0;  ///< First of ready_ that has not been handed over.
    SourceRefusals refusals_;
    v1::EventBatch batch_;  ///< Reused, as are its events when they have been told.
    v1::SourceToCollector message_;
};

}  // namespace callwatch
