#include "daemon/wire/source_port.hpp"

#include <algorithm>
#include <utility>

#include <fmt/format.h>

#include "daemon/model/check.hpp"
#include "daemon/wire/bind_socket.hpp"
#include "daemon/wire/source_protocol.hpp"

namespace callwatch {
namespace {

using Code = Refusal::Code;

constexpr int events_queued_max = 1'024;  // At 64 KiB each; beyond that the source waits.
constexpr int control_queued_max = 1'024;
// Above the contract's limit, so that a frame a little too large is seen and counted. From here on
// libzmq cuts the connection.
constexpr std::int64_t frame_bytes_max = batch_bytes_max + 1'024;
// A turn reads no more than this, whatever it consists of: refused frames give no inputs.
constexpr int frames_per_take_max = 1'024;

zmq::socket_t make_socket(zmq::context_t& context, zmq::socket_type type, int queued_max)
{
    zmq::socket_t socket{context, type};
    socket.set(zmq::sockopt::rcvhwm, queued_max);
    socket.set(zmq::sockopt::sndhwm, queued_max);
    socket.set(zmq::sockopt::maxmsgsize, frame_bytes_max);
    return socket;
}

/// Two frames, or however many there were; more than two are read and dropped.
struct Frames {
    zmq::message_t first;
    zmq::message_t second;
    std::size_t count = 0;
};

bool receive(zmq::socket_t& socket, Frames& frames)
{
    frames.count = 0;
    zmq::message_t rest;
    for (bool more = true; more; ++frames.count) {
        auto& part = frames.count == 0 ? frames.first : frames.count == 1 ? frames.second : rest;
        if (!socket.recv(part, zmq::recv_flags::dontwait)) return false;
        more = part.more();
    }
    return true;
}

v1::SourceRefused::Code wire_code(Code code)
{
    switch (code) {
        case Code::version: return v1::SourceRefused::VERSION;
        case Code::unknown_source: return v1::SourceRefused::UNKNOWN_SOURCE;
        case Code::old_epoch: return v1::SourceRefused::OLD_EPOCH;
        case Code::oversized: return v1::SourceRefused::OVERSIZED;
        case Code::unknown_key:
        case Code::not_allowed: return v1::SourceRefused::KEY_REFUSED;
        default: return v1::SourceRefused::MALFORMED;
    }
}

std::optional<Refusal> check_size(const zmq::message_t& body)
{
    if (body.size() <= batch_bytes_max) return std::nullopt;
    return Refusal{Code::oversized, fmt::format("a frame of {} bytes, at most {} are allowed",
                                                body.size(), batch_bytes_max)};
}

}  // namespace

SourcePort::SourcePort(zmq::context_t& context, SourcePortSettings settings)
    : settings_{std::move(settings)}
{
    for (const auto* endpoint : {&settings_.events_endpoint, &settings_.control_endpoint})
        check_endpoint(*endpoint, settings_.guard);
    for (const auto& source : settings_.sources)
        peers_.try_emplace(source, Peer{SourceSession{source, settings_.window}, {}, false});
    events_ = make_socket(context, zmq::socket_type::sub, events_queued_max);
    events_.set(zmq::sockopt::subscribe, std::string{event_topic_prefix});
    control_ = make_socket(context, zmq::socket_type::router, control_queued_max);
}

void SourcePort::resume(const SourceId& source, std::uint64_t epoch, std::uint64_t durable)
{
    const auto found = peers_.find(source);
    if (found != peers_.end()) found->second.session.resume(epoch, durable);
}

void SourcePort::bind()
{
    CALLWATCH_CHECK(keys_ != nullptr || !settings_.guard.is_on());
    bind_socket(control_, settings_.control_endpoint, settings_.guard, control_domain);
    bind_socket(events_, settings_.events_endpoint, settings_.guard, events_domain);
}

std::array<zmq::pollitem_t, 2> SourcePort::poll_items()
{
    return {zmq::pollitem_t{events_.handle(), 0, ZMQ_POLLIN, 0},
            zmq::pollitem_t{control_.handle(), 0, ZMQ_POLLIN, 0}};
}

void SourcePort::take(std::size_t max, SteadyTime now, const Hear& hear)
{
    bool events_waiting = true;
    bool control_waiting = true;
    std::size_t told = tell(max, hear);
    for (int frames = 0; frames < frames_per_take_max && told < max; ++frames) {
        // Events first: a heartbeat is worth more when its events have been read.
        if (events_waiting) events_waiting = read_events(now);
        if (control_waiting) control_waiting = read_control(now);
        told += tell(max - told, hear);
        if (!events_waiting && !control_waiting) break;
    }
    ask_for_holes(now);
    for (auto& [source, peer] : peers_)
        if (std::exchange(peer.alive, false)) hear(heard::SignOfLife{source});
}

/// Tells what is ready, at most `max` inputs; gives their number.
std::size_t SourcePort::tell(std::size_t max, const Hear& hear)
{
    std::size_t told = 0;
    for (; told < max && has_more(); ++told) {
        auto& input = ready_[next_++];
        hear(input);
        if (auto* said = std::get_if<heard::Events>(&input))
            batch_.mutable_events()->Swap(&said->events);
    }
    if (!has_more()) {
        ready_.clear();
        next_ = 0;
    }
    return told;
}

bool SourcePort::read_events(SteadyTime now)
{
    Frames frames;
    if (!receive(events_, frames)) return false;
    const auto refusal =
        frames.count == 2
            ? take_batch(frames.first.to_string_view(), frames.second)
            : Refusal{Code::malformed,
                      fmt::format("an event message of {} frames, not 2", frames.count)};
    if (refusal) refusals_.count(*refusal, now);
    return true;
}

/// A key says more than the message: whose it is decides what may be said by it.
std::optional<Refusal> SourcePort::check_key(const zmq::message_t& body,
                                             const std::string& source) const
{
    if (!settings_.guard.is_on()) return std::nullopt;
    const auto id = user_id(body);
    const auto* key = keys_->find({id});
    if (key == nullptr || !key->is_valid())
        return Refusal{Code::unknown_key,
                       "the key of this source was never admitted, or was revoked"};
    if (key->admitted.role != Role::source || key->admitted.source.text != source)
        return Refusal{Code::not_allowed,
                       fmt::format("key {:.8} was not admitted for this source", id)};
    return std::nullopt;
}

std::optional<Refusal> SourcePort::take_batch(std::string_view topic, const zmq::message_t& body)
{
    if (auto refusal = check_size(body)) return refusal;
    batch_.Clear();
    if (!batch_.ParseFromArray(body.data(), static_cast<int>(body.size())))
        return Refusal{Code::malformed, "an event frame is not an EventBatch"};
    if (topic.substr(event_topic_prefix.size()) != batch_.source_id())
        return Refusal{Code::malformed, "the topic of an event frame is not that of its source"};
    if (auto refusal = check_key(body, batch_.source_id())) return refusal;
    Peer* peer = find(batch_.source_id());
    if (!peer) return Refusal{Code::unknown_source, "events of a source that is not configured"};
    auto refusal = peer->session.take(batch_, ready_);
    if (!refusal) peer->alive = true;
    return refusal;
}

bool SourcePort::read_control(SteadyTime now)
{
    Frames frames;
    if (!receive(control_, frames)) return false;
    const std::string route{frames.first.to_string_view()};
    const auto refusal =
        frames.count == 2
            ? take_control(route, frames.second)
            : Refusal{Code::malformed,
                      fmt::format("a control message of {} frames, not 1", frames.count - 1)};
    if (!refusal) return true;

    refusals_.count(*refusal, now);
    if (refusal->code == Code::out_of_order) return true;  // It has only not greeted yet.
    v1::CollectorToSource answer;
    answer.mutable_refused()->set_code(wire_code(refusal->code));
    answer.mutable_refused()->set_detail(refusal->detail);
    send(route, answer);
    return true;
}

std::optional<Refusal> SourcePort::take_control(const std::string& route,
                                                const zmq::message_t& body)
{
    if (auto refusal = check_size(body)) return refusal;
    message_.Clear();
    if (!message_.ParseFromArray(body.data(), static_cast<int>(body.size())))
        return Refusal{Code::malformed, "a control frame is not a SourceToCollector"};

    using What = v1::SourceToCollector::WhatCase;
    const std::string* source_id = nullptr;
    switch (message_.what_case()) {
        case What::kHello: source_id = &message_.hello().source_id(); break;
        case What::kHeartbeat: source_id = &message_.heartbeat().source_id(); break;
        case What::kResent: source_id = &message_.resent().source_id(); break;
        case What::WHAT_NOT_SET:
            return Refusal{Code::malformed, "a control frame that says nothing"};
    }
    if (auto refusal = check_key(body, *source_id)) return refusal;
    Peer* peer = find(*source_id);
    if (!peer)
        return Refusal{
            Code::unknown_source,
            is_source_id(*source_id)
                ? fmt::format("source {} is not in the collector's configuration", *source_id)
                : "a source whose id is not [a-z0-9._-]{1,64}"};

    std::optional<Refusal> refusal;
    if (message_.has_hello())
        refusal = peer->session.greet(message_.hello(), ready_);
    else if (message_.has_heartbeat())
        refusal = peer->session.take(message_.heartbeat(), ready_);
    else
        refusal = peer->session.take(*message_.mutable_resent(), ready_);
    if (refusal) return refusal;

    peer->alive = true;
    peer->route = route;
    if (message_.has_hello()) {
        v1::CollectorToSource answer;
        auto& welcome = *answer.mutable_welcome();
        welcome.set_source_id(*source_id);
        welcome.set_source_epoch_us(static_cast<std::int64_t>(peer->session.epoch()));
        welcome.set_durable(peer->session.durable());
        welcome.set_window(peer->session.window());
        send(route, answer);
    }
    return std::nullopt;
}

void SourcePort::acknowledge(const SourceId& source, std::uint64_t epoch, std::uint64_t durable)
{
    const auto found = peers_.find(source);
    if (found == peers_.end() || !found->second.session.settle(epoch, durable)) return;
    if (found->second.route.empty()) return;
    v1::CollectorToSource message;
    auto& ack = *message.mutable_ack();
    ack.set_source_id(source.text.str());
    ack.set_source_epoch_us(static_cast<std::int64_t>(epoch));
    ack.set_durable(durable);
    send(found->second.route, message);
}

void SourcePort::ask_for_holes(SteadyTime now)
{
    for (auto& [source, peer] : peers_) {
        auto request = peer.session.wanted(now);
        if (!request) continue;
        v1::CollectorToSource message;
        *message.mutable_resend_request() = std::move(*request);
        send(peer.route, message);
    }
}

SourcePort::Peer* SourcePort::find(const std::string& source_id)
{
    const auto found = peers_.find(SourceId{source_id});
    return found == peers_.end() ? nullptr : &found->second;
}

/// What cannot be sent is dropped: a source that is gone greets again, and every answer is given
/// again then.
void SourcePort::send(const std::string& route, const v1::CollectorToSource& message)
{
    const auto body = message.SerializeAsString();
    if (control_.send(zmq::buffer(route), zmq::send_flags::sndmore | zmq::send_flags::dontwait))
        (void)control_.send(zmq::buffer(body), zmq::send_flags::dontwait);
}

}  // namespace callwatch
