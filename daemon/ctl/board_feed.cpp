#include "daemon/ctl/board_feed.hpp"

#include <array>
#include <vector>

#include <fmt/format.h>
#include <zmq_addon.hpp>

#include "callwatch/v1/request.pb.h"
#include "daemon/ctl/failure.hpp"
#include "daemon/ctl/request_client.hpp"
#include "daemon/ctl/text.hpp"

namespace callwatch::ctl {
namespace {

using namespace std::chrono_literals;

constexpr std::uint32_t schema_version = 1;
constexpr auto ask_again_after = 1s;
constexpr int messages_at_once = 1'000;  // Then the screen is drawn.

void connect(ClientSocket& client, const std::string& endpoint)
{
    auto& socket = client.socket();
    socket.set(zmq::sockopt::linger, 0);
    socket.set(zmq::sockopt::maxmsgsize, reply_bytes_max);
    try {
        client.connect(endpoint);
    } catch (const zmq::error_t& error) {
        throw Failure{exit_usage, fmt::format("cannot connect to {}: {}; an endpoint looks like "
                                              "tcp://127.0.0.1:7703 or ipc:///run/callwatch/board",
                                              clean(endpoint), error.what())};
    }
}

template <class Message>
bool parse(Message& message, const zmq::message_t& frame)
{
    return message.ParseFromArray(frame.data(), static_cast<int>(frame.size()));
}

}  // namespace

BoardFeed::BoardFeed(const Endpoints& endpoints, const ClientKeys& keys)
    : board_{context_, zmq::socket_type::sub, keys},
      requests_{context_, zmq::socket_type::dealer, keys}
{
    board_.socket().set(zmq::sockopt::subscribe, "board");
    connect(board_, endpoints.board);
    connect(requests_, endpoints.requests);
}

void BoardFeed::wait(std::chrono::milliseconds most, int descriptor)
{
    look_for_trouble();
    ask_if_needed();
    std::array<zmq::pollitem_t, 3> items{
        zmq::pollitem_t{board_.socket().handle(), 0, ZMQ_POLLIN, 0},
        zmq::pollitem_t{requests_.socket().handle(), 0, ZMQ_POLLIN, 0},
        zmq::pollitem_t{nullptr, descriptor, ZMQ_POLLIN, 0}};
    try {
        zmq::poll(items.data(), descriptor < 0 ? 2 : 3, most);
    } catch (const zmq::error_t& error) {
        if (error.num() != EINTR) throw;
    }
    read_board();
    read_replies();
}

void BoardFeed::look_for_trouble()
{
    for (auto* socket : {&board_, &requests_}) {
        const auto trouble = socket->mend(Clock::now());
        if (is_final(trouble)) throw Failure{exit_network, describe(trouble)};
    }
}

void BoardFeed::read_board()
{
    for (int taken = 0; taken < messages_at_once; ++taken) {
        std::vector<zmq::message_t> frames;
        if (!zmq::recv_multipart(board_.socket(), std::back_inserter(frames),
                                 zmq::recv_flags::dontwait))
            return;
        v1::BoardMessage message;
        if (frames.size() != 2 || !parse(message, frames[1])) {
            ++malformed_;
            continue;
        }
        heard_at_ = Clock::now();
        mirror_.take(std::move(message));
    }
}

void BoardFeed::read_replies()
{
    for (int taken = 0; taken < messages_at_once; ++taken) {
        std::vector<zmq::message_t> frames;
        if (!zmq::recv_multipart(requests_.socket(), std::back_inserter(frames),
                                 zmq::recv_flags::dontwait))
            return;
        v1::Reply reply;
        if (frames.size() != 1 || !parse(reply, frames[0])) {
            ++malformed_;
            continue;
        }
        // One that comes late to an earlier question is older than the newest change sets.
        if (reply.id() != asked_id_ || !reply.has_snapshot()) continue;
        heard_at_ = Clock::now();
        asked_at_.reset();
        mirror_.take(reply.snapshot());
    }
}

void BoardFeed::ask_if_needed()
{
    const auto now = Clock::now();
    if (!mirror_.needs_snapshot() || (asked_at_ && now - *asked_at_ < ask_again_after)) return;
    v1::Request request;
    request.set_schema_version(schema_version);
    request.set_id(++asked_id_);
    request.mutable_snapshot();
    // While nobody is there libzmq keeps a few of these; the answers to old ones are dropped.
    (void)requests_.socket().send(zmq::buffer(request.SerializeAsString()),
                                  zmq::send_flags::dontwait);
    asked_at_ = now;
}

std::optional<std::chrono::milliseconds> BoardFeed::age() const
{
    if (!heard_at_) return std::nullopt;
    return std::chrono::duration_cast<std::chrono::milliseconds>(Clock::now() - *heard_at_);
}

}  // namespace callwatch::ctl
