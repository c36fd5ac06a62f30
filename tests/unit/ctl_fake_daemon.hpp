#pragma once

#include <atomic>
#include <filesystem>
#include <functional>
#include <string>
#include <thread>
#include <vector>

#include <unistd.h>
#include <zmq.hpp>
#include <zmq_addon.hpp>

#include "callwatch/v1/request.pb.h"

namespace callwatch::test {

/// A ROUTER on an ipc socket of its own that answers with whatever frames the test says; no frames
/// is silence. One test, one of these; it ends with its scope.
class FakeDaemon {
public:
    using Frames = std::vector<std::string>;
    using Answer = std::function<std::vector<Frames>(const v1::Request&)>;

    explicit FakeDaemon(Answer answer) : answer_{std::move(answer)}
    {
        std::string pattern = (std::filesystem::temp_directory_path() / "ctl-XXXXXX").string();
        directory_ = ::mkdtemp(pattern.data());
        socket_.set(zmq::sockopt::linger, 0);
        socket_.bind("ipc://" + directory_ + "/requests");
        thread_ = std::thread{[this] { serve(); }};
    }

    ~FakeDaemon()
    {
        stop_ = true;
        thread_.join();
        std::filesystem::remove_all(directory_);
    }

    /// What callwatchctl is given as --ipc.
    const std::string& directory() const { return directory_; }
    std::string endpoint() const { return "ipc://" + directory_ + "/requests"; }

private:
    void serve()
    {
        while (!stop_) {
            zmq::pollitem_t item{socket_.handle(), 0, ZMQ_POLLIN, 0};
            if (zmq::poll(&item, 1, std::chrono::milliseconds{10}) == 0) continue;
            std::vector<zmq::message_t> received;
            if (!zmq::recv_multipart(socket_, std::back_inserter(received))) continue;
            v1::Request request;
            if (received.size() != 2 || !request.ParseFromString(received[1].to_string())) continue;
            for (const Frames& frames : answer_(request)) send(received[0].to_string(), frames);
        }
    }

    void send(const std::string& client, const Frames& frames)
    {
        std::vector<zmq::const_buffer> all{zmq::buffer(client)};
        for (const std::string& frame : frames) all.push_back(zmq::buffer(frame));
        zmq::send_multipart(socket_, all);
    }

    Answer answer_;
    std::string directory_;
    zmq::context_t context_;
    zmq::socket_t socket_{context_, zmq::socket_type::router};
    std::atomic<bool> stop_{false};
    std::thread thread_;
};

/// One answer of one frame.
inline std::vector<FakeDaemon::Frames> answer_with(const v1::Reply& reply)
{
    return {{reply.SerializeAsString()}};
}

}  // namespace callwatch::test
