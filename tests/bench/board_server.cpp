#include "tests/bench/board_server.hpp"

#include <fstream>
#include <sstream>
#include <stdexcept>

#include <google/protobuf/util/json_util.h>

namespace callwatch::bench {

using namespace std::chrono_literals;

BoardServer::BoardServer(const std::string& folder, const std::string& board_file)
{
    std::ostringstream text;
    text << std::ifstream{board_file}.rdbuf();
    if (!google::protobuf::util::JsonStringToMessage(text.str(), &rows_).ok())
        throw std::runtime_error{board_file + ": not a board"};
    for (zmq::socket_t* socket : {&board_, &requests_}) socket->set(zmq::sockopt::linger, 0);
    board_.bind("ipc://" + folder + "/board");
    requests_.bind("ipc://" + folder + "/requests");
}

void BoardServer::beat()
{
    // The board's own time goes on from where it was recorded.
    const auto ran = std::chrono::steady_clock::now() - began_;
    v1::BoardMessage message;
    auto& heartbeat = *message.mutable_heartbeat();
    heartbeat.set_revision(rows_.revision());
    heartbeat.set_now_us(rows_.now_us() +
                         std::chrono::duration_cast<std::chrono::microseconds>(ran).count());
    heartbeat.set_health(v1::BoardHeartbeat::OK);
    heartbeat.set_rate_milli(1000);
    board_.send(zmq::str_buffer("board"), zmq::send_flags::sndmore);
    board_.send(zmq::buffer(message.SerializeAsString()), zmq::send_flags::none);
}

void BoardServer::answer()
{
    zmq::message_t who, body;
    if (!requests_.recv(who, zmq::recv_flags::dontwait)) return;
    if (!requests_.recv(body, zmq::recv_flags::dontwait)) return;
    v1::Request request;
    if (!request.ParseFromArray(body.data(), static_cast<int>(body.size()))) return;
    v1::Reply reply;
    reply.set_id(request.id());
    *reply.mutable_snapshot() = rows_;
    requests_.send(who, zmq::send_flags::sndmore);
    requests_.send(zmq::buffer(reply.SerializeAsString()), zmq::send_flags::none);
}

void BoardServer::serve(std::chrono::milliseconds time)
{
    const auto end = std::chrono::steady_clock::now() + time;
    for (auto now = std::chrono::steady_clock::now(); now < end;
         now = std::chrono::steady_clock::now()) {
        if (now >= next_beat_) {
            beat();
            next_beat_ = now + 500ms;
        }
        zmq::pollitem_t item{requests_.handle(), 0, ZMQ_POLLIN, 0};
        zmq::poll(&item, 1, 20ms);
        answer();
    }
}

}  // namespace callwatch::bench
