// Does the feed find its collector, notice a hole, survive rubbish and a restart? Real sockets,
// ipc://.

#include <array>
#include <filesystem>
#include <thread>

#include <unistd.h>
#include <catch2/catch.hpp>
#include <zmq.hpp>

#include "callwatch/v1/request.pb.h"
#include "tests/unit/wallboard_vocabulary.hpp"
#include "wallboard/feed/feed.hpp"

using namespace wallboard;
using namespace wallboard::test;

namespace {

namespace v1 = callwatch::v1;

/// Just enough of a collector's board side.
class FakeCollector {
public:
    /// With a secret: encrypted, for whoever knows its public key.
    explicit FakeCollector(const std::filesystem::path& folder, const std::string& secret = {})
    {
        for (zmq::socket_t* socket : {&board_, &requests_}) {
            socket->set(zmq::sockopt::linger, 0);
            if (secret.empty()) continue;
            socket->set(zmq::sockopt::curve_server, true);
            socket->set(zmq::sockopt::curve_secretkey, secret);
        }
        board_.bind("ipc://" + (folder / "board").string());
        requests_.bind("ipc://" + (folder / "requests").string());
    }

    void publish(const std::string& bytes)
    {
        board_.send(zmq::str_buffer("board"), zmq::send_flags::sndmore);
        board_.send(zmq::buffer(bytes), zmq::send_flags::none);
    }
    void beat()
    {
        v1::BoardMessage message;
        message.mutable_heartbeat()->set_revision(revision);
        message.mutable_heartbeat()->set_now_us(at("10:00:00").time_since_epoch().count());
        message.mutable_heartbeat()->set_health(v1::BoardHeartbeat::OK);
        message.mutable_heartbeat()->set_rate_milli(1000);
        publish(message.SerializeAsString());
    }
    /// Answers one request if there is one.
    void answer()
    {
        zmq::message_t who, body;
        if (!requests_.recv(who, zmq::recv_flags::dontwait)) return;
        if (!requests_.recv(body, zmq::recv_flags::dontwait)) return;
        v1::Request request;
        REQUIRE(request.ParseFromArray(body.data(), static_cast<int>(body.size())));
        CHECK(request.schema_version() == 1);
        REQUIRE(request.has_snapshot());
        v1::Reply reply;
        reply.set_id(request.id());
        reply.mutable_snapshot()->set_revision(revision);
        reply.mutable_snapshot()->set_now_us(at("10:00:00").time_since_epoch().count());
        v1::BoardRow* row = reply.mutable_snapshot()->add_rows();
        row->set_id("q");
        row->mutable_queue()->set_queue_id("q");
        row->mutable_queue()->set_waiting(waiting);
        requests_.send(who, zmq::send_flags::sndmore);
        requests_.send(zmq::buffer(reply.SerializeAsString()), zmq::send_flags::none);
    }

    std::uint64_t revision = 1;
    std::uint32_t waiting = 0;

private:
    zmq::context_t context_{1};
    zmq::socket_t board_{context_, zmq::socket_type::pub};
    zmq::socket_t requests_{context_, zmq::socket_type::router};
};

struct TemporaryFolder {
    std::filesystem::path path =
        std::filesystem::temp_directory_path() / ("wallboard-feed-" + std::to_string(::getpid()));
    TemporaryFolder() { std::filesystem::create_directories(path); }
    ~TemporaryFolder() { std::filesystem::remove_all(path); }
};

/// Lets collector and feed talk until `done`, at most ten seconds.
template <class Done>
bool talk(FakeCollector& collector, Done done)
{
    for (int i = 0; i < 500; ++i) {
        if (i % 5 == 0) collector.beat();
        collector.answer();
        if (done()) return true;
        std::this_thread::sleep_for(20ms);
    }
    return false;
}

}  // namespace

TEST_CASE("the feed asks for the board, notices a hole, and outlives its collector",
          "[unit][wallboard]")
{
    const TemporaryFolder folder;
    SnapshotSlot slot{std::chrono::steady_clock::now()};
    const Feed feed{{"ipc://" + (folder.path / "board").string(),
                     "ipc://" + (folder.path / "requests").string()},
                    slot,
                    [] {}};
    const auto waiting = [&] {
        const auto snapshot = slot.get().snapshot;
        return snapshot->queues.empty() ? -1 : static_cast<int>(snapshot->queues[0].waiting);
    };
    CHECK_FALSE(slot.get().snapshot->complete);
    {
        FakeCollector collector{folder.path};
        collector.waiting = 3;
        REQUIRE(talk(collector, [&] { return waiting() == 3; }));

        collector.revision = 2;  // A change set that got lost: only the heartbeat tells.
        collector.waiting = 4;
        CHECK(talk(collector, [&] { return waiting() == 4; }));

        const auto before = feed.refused();
        collector.publish("rubbish");
        CHECK(talk(collector, [&] { return feed.refused() > before; }));
        CHECK(waiting() == 4);
    }
    FakeCollector restarted{folder.path};
    restarted.revision = 1;
    restarted.waiting = 7;
    CHECK(talk(restarted, [&] { return waiting() == 7; }));
}

TEST_CASE("after a silence nothing old is told as new, until the board is whole again",
          "[unit][wallboard]")
{
    const TemporaryFolder folder;
    SnapshotSlot slot{std::chrono::steady_clock::now()};
    const Feed feed{{"ipc://" + (folder.path / "board").string(),
                     "ipc://" + (folder.path / "requests").string()},
                    slot,
                    [] {}};
    {
        FakeCollector collector{folder.path};
        REQUIRE(talk(collector, [&] { return slot.get().snapshot->complete; }));
    }
    const auto heard_at = slot.get().heard_at;
    std::this_thread::sleep_for(3'200ms);
    FakeCollector restarted{folder.path};
    restarted.waiting = 7;
    for (int i = 0; i < 30; ++i) {
        restarted.beat();
        std::this_thread::sleep_for(50ms);
    }
    CHECK(slot.get().heard_at == heard_at);
    REQUIRE(talk(restarted, [&] { return slot.get().heard_at != heard_at; }));
    REQUIRE(slot.get().snapshot->queues.size() == 1);
    CHECK(slot.get().snapshot->queues[0].waiting == 7);
}

TEST_CASE("an endpoint that is none is an error at once", "[unit][wallboard]")
{
    SnapshotSlot slot{std::chrono::steady_clock::now()};
    CHECK_THROWS_AS((Feed{{"nowhere", "tcp://127.0.0.1:1"}, slot, [] {}}), FeedError);
}

TEST_CASE("the feed follows a collector that wants keys", "[unit][wallboard]")
{
    const auto make_pair = [] {
        std::array<char, 41> open{};
        std::array<char, 41> secret{};
        REQUIRE(zmq_curve_keypair(open.data(), secret.data()) == 0);
        return std::pair<std::string, std::string>{open.data(), secret.data()};
    };
    const auto raw = [](const std::string& z85) {
        std::string bytes(32, '\0');
        REQUIRE(zmq_z85_decode(reinterpret_cast<std::uint8_t*>(bytes.data()), z85.c_str()));
        return bytes;
    };
    const auto own = make_pair();
    const auto wall = make_pair();
    const TemporaryFolder folder;
    SnapshotSlot slot{std::chrono::steady_clock::now()};
    const Feed feed{{.board = "ipc://" + (folder.path / "board").string(),
                     .requests = "ipc://" + (folder.path / "requests").string(),
                     .keys = {.public_key = raw(wall.first),
                              .secret_key = raw(wall.second),
                              .server_key = raw(own.first)}},
                    slot,
                    [] {}};
    FakeCollector collector{folder.path, own.second};
    collector.waiting = 3;
    CHECK(talk(collector, [&] {
        const auto snapshot = slot.get().snapshot;
        return !snapshot->queues.empty() && snapshot->queues[0].waiting == 3;
    }));
}
