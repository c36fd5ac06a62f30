#include "daemon/wire/request_port.hpp"

#include <array>

#include <fmt/format.h>

#include "daemon/wire/bind_socket.hpp"

namespace callwatch {
namespace {

constexpr std::uint32_t schema_version = 1;
// Above the contract's limit, so that a request a little too large is answered and counted. From
// here on libzmq cuts the connection.
constexpr std::int64_t frame_bytes_max = RequestPort::request_bytes_max + 1'024;

Refusal refuse(RequestPort& port, const AskedRequest& asked, Refusal refusal)
{
    v1::Reply reply;
    reply.set_id(asked.request.id());
    reply.mutable_refused()->set_code(word(refusal.code));
    reply.mutable_refused()->set_text(refusal.detail);
    port.answer(asked, reply);
    return refusal;
}

}  // namespace

RequestPort::RequestPort(zmq::context_t& context, const std::string& endpoint,
                         const SocketGuard& guard)
    : socket_{context, zmq::socket_type::router},
      has_keys_{guard.is_on()}
{
    socket_.set(zmq::sockopt::maxmsgsize, frame_bytes_max);
    socket_.set(zmq::sockopt::rcvhwm, 1'000);
    socket_.set(zmq::sockopt::sndhwm, 1'000);
    bind_socket(socket_, endpoint, guard, requests_domain);
}

zmq::pollitem_t RequestPort::poll_item() { return {socket_.handle(), 0, ZMQ_POLLIN, 0}; }

std::optional<Result<AskedRequest>> RequestPort::take()
{
    std::array<zmq::message_t, 3> frames;
    std::size_t count = 0;
    bool has_more = true;
    while (has_more) {
        zmq::message_t frame;
        if (!socket_.recv(frame, zmq::recv_flags::dontwait)) return std::nullopt;
        has_more = frame.more();
        if (count < frames.size()) frames[count] = std::move(frame);
        ++count;
    }
    AskedRequest asked{.route = frames[0].to_string()};
    asked.has_delimiter = count == 3 && frames[1].size() == 0;
    if (count != 2 && !asked.has_delimiter)
        return refuse(*this, asked, {Refusal::Code::malformed, "a request is one frame"});
    const auto& body = frames[count - 1];
    if (has_keys_) asked.key = {user_id(body)};
    if (body.size() > request_bytes_max)
        return refuse(
            *this, asked,
            {Refusal::Code::oversized, fmt::format("a request of {} bytes, at most {} are allowed",
                                                   body.size(), request_bytes_max)});
    if (!asked.request.ParseFromArray(body.data(), static_cast<int>(body.size())))
        return refuse(*this, asked, {Refusal::Code::malformed, "not a callwatch.v1.Request"});
    if (asked.request.schema_version() != schema_version)
        return refuse(*this, asked,
                      {Refusal::Code::version, "this collector speaks schema_version 1"});
    return asked;
}

void RequestPort::answer(const AskedRequest& asked, const v1::Reply& reply)
{
    constexpr auto more = zmq::send_flags::sndmore | zmq::send_flags::dontwait;
    try {
        if (!socket_.send(zmq::buffer(asked.route), more)) return;
        if (asked.has_delimiter) socket_.send(zmq::message_t{}, more);
        socket_.send(zmq::buffer(reply.SerializeAsString()), zmq::send_flags::dontwait);
    } catch (const zmq::error_t&) {
        // The client has gone; there is nobody to tell.
    }
}

}  // namespace callwatch
