#include "daemon/ctl/request_client.hpp"

#include <algorithm>
#include <array>
#include <utility>
#include <vector>

#include <fmt/format.h>
#include <zmq_addon.hpp>

#include "daemon/ctl/failure.hpp"
#include "daemon/ctl/text.hpp"

namespace callwatch::ctl {
namespace {

using callwatch::v1::Refused;
using callwatch::v1::Reply;
using callwatch::v1::Request;

constexpr std::uint32_t schema_version = 1;

constexpr std::chrono::milliseconds look_every{100};  // For a handshake that failed.

Failure silence(const std::string& endpoint, std::chrono::milliseconds timeout,
                ConnectionTrouble trouble)
{
    const bool is_of_keys =
        trouble == ConnectionTrouble::other_server || trouble == ConnectionTrouble::hangs_up;
    return {
        exit_network,
        fmt::format("no answer from {} within {:g} s: {}", endpoint,
                    static_cast<double>(timeout.count()) / 1'000,
                    is_of_keys ? describe(trouble)
                               : "check that callwatchd is running and that this is its requests "
                                 "endpoint (--requests, or --ipc DIR)")};
}

Failure stranger(const std::string& endpoint)
{
    return {exit_network,
            fmt::format(
                "what answers at {} does not speak the requests protocol of this version: check "
                "the endpoint, and that callwatchctl and callwatchd are of the same version",
                endpoint)};
}

/// Codes that mean the question itself was wrong. The list of all codes is in proto/README.md.
Failure refusal(const Refused& refused)
{
    constexpr std::array<std::string_view, 7> wrong_question{
        "malformed",   "version",          "oversized",     "unknown_subject",
        "implausible", "unknown_location", "unknown_source"};
    const bool usage = std::ranges::find(wrong_question, refused.code()) != wrong_question.end();
    return {usage ? exit_usage : exit_negative,
            fmt::format("refused ({}): {}", clean(refused.code()), clean(refused.text()))};
}

/// Numbers of the alternatives agree between Request and Reply (request.proto); 2 is Refused.
bool answers(const Reply& reply, const Request& request)
{
    return static_cast<int>(reply.what_case()) == static_cast<int>(request.what_case());
}

}  // namespace

RequestClient::RequestClient(std::string endpoint, std::chrono::milliseconds timeout,
                             const ClientKeys& keys)
    : endpoint_{std::move(endpoint)},
      timeout_{timeout},
      socket_{context_, zmq::socket_type::dealer, keys}
{
    socket_.socket().set(zmq::sockopt::linger, 0);
    socket_.socket().set(zmq::sockopt::maxmsgsize, reply_bytes_max);
    try {
        socket_.connect(endpoint_);
    } catch (const zmq::error_t& error) {
        throw Failure{exit_usage,
                      fmt::format("cannot connect to {}: {}; an endpoint looks like "
                                  "tcp://127.0.0.1:7705 or ipc:///run/callwatch/requests",
                                  clean(endpoint_), error.what())};
    }
}

Reply RequestClient::ask(Request request)
{
    request.set_schema_version(schema_version);
    request.set_id(++last_id_);
    socket_.socket().send(zmq::buffer(request.SerializeAsString()), zmq::send_flags::dontwait);
    Reply reply = wait_for_reply(last_id_);
    if (reply.has_refused()) throw refusal(reply.refused());
    if (!answers(reply, request)) throw stranger(endpoint_);
    return reply;
}

Reply RequestClient::wait_for_reply(std::uint64_t id)
{
    const auto deadline = Clock::now() + timeout_;
    for (;;) {
        wait_for_frames(deadline);
        std::vector<zmq::message_t> frames;
        if (!zmq::recv_multipart(socket_.socket(), std::back_inserter(frames),
                                 zmq::recv_flags::dontwait)) {
            continue;
        }
        Reply reply;
        const bool understood =
            frames.size() == 1 &&
            reply.ParseFromArray(frames[0].data(), static_cast<int>(frames[0].size()));
        if (!understood) throw stranger(endpoint_);
        // A daemon that could not read the question does not know its id.
        if (reply.id() == id || (reply.id() == 0 && reply.has_refused())) return reply;
    }
}

void RequestClient::wait_for_frames(Clock::time_point deadline)
{
    for (;;) {
        const auto trouble = socket_.mend(Clock::now());
        if (is_final(trouble))
            throw Failure{exit_network, fmt::format("{}: {}", endpoint_, describe(trouble))};
        const auto left = std::chrono::ceil<std::chrono::milliseconds>(deadline - Clock::now());
        if (left <= std::chrono::milliseconds::zero()) throw silence(endpoint_, timeout_, trouble);
        zmq::pollitem_t item{socket_.socket().handle(), 0, ZMQ_POLLIN, 0};
        if (zmq::poll(&item, 1, std::min(left, look_every)) > 0) return;
    }
}

}  // namespace callwatch::ctl
