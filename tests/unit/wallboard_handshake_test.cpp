// Is it told why a collector is not heard: a key that is not admitted, keys on one side only, the
// key of another collector? Real sockets, ipc://.

#include <array>
#include <filesystem>
#include <optional>
#include <string>
#include <thread>
#include <vector>

#include <unistd.h>
#include <catch2/catch.hpp>
#include <zmq.hpp>
#include <zmq_addon.hpp>

#include "wallboard/feed/handshake_watch.hpp"

using namespace std::chrono_literals;
using wallboard::HandshakeWatch;
using wallboard::Hearing;

namespace {

struct KeyPair {
    std::array<char, 41> open{};
    std::array<char, 41> secret{};
    KeyPair() { REQUIRE(zmq_curve_keypair(open.data(), secret.data()) == 0); }
};

/// A collector's side of a handshake, and a client that tries.
class Handshake {
public:
    ~Handshake() { std::filesystem::remove(path_); }

    void serve_with(const KeyPair& own)
    {
        server_.set(zmq::sockopt::curve_server, true);
        server_.set(zmq::sockopt::curve_secretkey, own.secret.data());
    }
    void show(const KeyPair& own, const KeyPair& server)
    {
        client_.set(zmq::sockopt::curve_publickey, own.open.data());
        client_.set(zmq::sockopt::curve_secretkey, own.secret.data());
        client_.set(zmq::sockopt::curve_serverkey, server.open.data());
    }
    /// Every key is answered with this code of RFC 27: "200" admits, "400" does not.
    void answer_keys_with(std::string code)
    {
        code_ = std::move(code);
        if (doorkeeper_) return;
        doorkeeper_.emplace(context_, zmq::socket_type::rep);
        doorkeeper_->bind("inproc://zeromq.zap.01");
        server_.set(zmq::sockopt::zap_domain, "collector");
    }
    void begin()
    {
        server_.bind("ipc://" + path_.string());
        connect();
    }
    void connect() { client_.connect("ipc://" + path_.string()); }
    void disconnect() { client_.disconnect("ipc://" + path_.string()); }

    /// Until the watch says so, at most five seconds.
    bool ends(Hearing with)
    {
        for (int i = 0; i < 500; ++i) {
            if (watch_.look() == with) return true;
            keep_door();
            std::this_thread::sleep_for(10ms);
        }
        return false;
    }
    Hearing look() { return watch_.look(); }

private:
    void keep_door()
    {
        std::vector<zmq::message_t> request;
        if (!doorkeeper_ || !zmq::recv_multipart(*doorkeeper_, std::back_inserter(request),
                                                 zmq::recv_flags::dontwait))
            return;
        REQUIRE(request.size() > 1);
        const std::string id = request[1].to_string();
        const std::array<zmq::const_buffer, 6> reply{zmq::str_buffer("1.0"), zmq::buffer(id),
                                                     zmq::buffer(code_),     zmq::str_buffer(""),
                                                     zmq::str_buffer(""),    zmq::str_buffer("")};
        zmq::send_multipart(*doorkeeper_, reply);
    }

    std::filesystem::path path_ = std::filesystem::temp_directory_path() /
                                  ("wallboard-handshake-" + std::to_string(::getpid()));
    zmq::context_t context_{1};
    std::optional<zmq::socket_t> doorkeeper_;
    std::string code_;
    zmq::socket_t server_ = make(zmq::socket_type::router);
    zmq::socket_t client_ = make(zmq::socket_type::dealer);
    HandshakeWatch watch_{context_, client_};

    zmq::socket_t make(zmq::socket_type type)
    {
        zmq::socket_t socket{context_, type};
        socket.set(zmq::sockopt::linger, 0);
        socket.set(zmq::sockopt::reconnect_ivl, 20);
        return socket;
    }
};

}  // namespace

TEST_CASE("a key that is not admitted is told, until it is", "[unit][wallboard]")
{
    const KeyPair own, wall;
    Handshake handshake;
    handshake.serve_with(own);
    handshake.show(wall, own);
    handshake.answer_keys_with("400");
    CHECK(handshake.look() == Hearing::unhindered);
    handshake.begin();
    CHECK(handshake.ends(Hearing::not_admitted));
    handshake.answer_keys_with("200");
    handshake.disconnect();
    handshake.connect();
    CHECK(handshake.ends(Hearing::unhindered));
}

TEST_CASE("keys on one side only are told", "[unit][wallboard]")
{
    const KeyPair own, wall;
    Handshake handshake;
    const bool is_wall = GENERATE(true, false);
    is_wall ? handshake.show(wall, own) : handshake.serve_with(own);
    handshake.begin();
    CHECK(handshake.ends(Hearing::keys_on_one_side));
}

TEST_CASE("a collector with another key hangs up again and again", "[unit][wallboard]")
{
    const KeyPair own, wall, other;
    Handshake handshake;
    handshake.serve_with(own);
    handshake.show(wall, other);
    handshake.begin();
    CHECK(handshake.ends(Hearing::hung_up));
}
