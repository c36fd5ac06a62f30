// A publisher and the collector's port over real sockets: does every event arrive once and in
// order, whatever is lost on the way and whoever restarts? A second of real time here and there;
// nothing is asserted about speed but the three seconds within which a loss at the tail has to be
// noticed.

#include <catch2/catch.hpp>

#include "tests/support/faulty_spool_disk.hpp"
#include "tests/support/source_world.hpp"

using namespace std::chrono_literals;
using callwatch::Publisher;
using callwatch::PublisherError;
using callwatch::PublisherSettings;
using callwatch::PublisherStopped;
using callwatch::test::FaultySpoolDisk;
using callwatch::test::LossyLink;
using callwatch::test::SeededRandom;
using callwatch::test::SmallCollector;
using callwatch::test::TemporaryFolder;

namespace {

constexpr auto patience = 30s;

callwatch::v1::Event numbered(std::uint64_t number)
{
    callwatch::v1::Event event;
    event.set_native_ref(std::to_string(number));
    event.mutable_voicemail_left()->set_mailbox_id("pbx1/106@default");
    return event;
}

/// One source, one collector, and a spool in a folder that goes away.
struct World {
    TemporaryFolder folder;
    std::string events = "ipc://" + folder.file("events");
    std::string control = "ipc://" + folder.file("control");
    SmallCollector collector{events, control};

    PublisherSettings settings()
    {
        PublisherSettings settings;
        settings.source_id = "pbx1";
        settings.kind = "asterisk";
        settings.events_endpoint = events;
        settings.control_endpoint = control;
        settings.spool_dir = folder.file("spool");
        return settings;
    }

    /// Both sides take turns until `done`, for at most `patience`.
    template <class Done>
    bool run(Publisher& publisher, Done done)
    {
        const auto deadline = std::chrono::steady_clock::now() + patience;
        while (!done()) {
            if (std::chrono::steady_clock::now() > deadline) return false;
            publisher.service(1ms);
            collector.step();
            collector.commit();
        }
        return collector.wrong().empty();
    }
    bool connect(Publisher& publisher)
    {
        return run(publisher, [&] { return publisher.connected(); });
    }
    bool deliver(Publisher& publisher)
    {
        publisher.flush();
        return run(publisher, [&] { return publisher.acknowledged() == publisher.head(); });
    }
};

void publish(Publisher& publisher, std::uint64_t count)
{
    for (std::uint64_t i = 0; i < count; ++i) publisher.publish(numbered(publisher.head() + 1));
}

}  // namespace

TEST_CASE("what is published is journaled and acknowledged", "[contract][source]")
{
    World world;
    Publisher publisher{world.settings()};
    publisher.upstream_as_of(77);
    publisher.spool_watch_alive(true);
    publish(publisher, 3'000);
    REQUIRE(world.deliver(publisher));
    CHECK(world.collector.journaled() == 3'000);
    CHECK(world.collector.gaps.empty());

    REQUIRE(world.run(publisher, [&] {
        return world.collector.heartbeat && world.collector.heartbeat->head == 3'000;
    }));
    CHECK(world.collector.heartbeat->upstream_as_of_us == 77);
    CHECK(world.collector.heartbeat->spool_watch_alive);
}

TEST_CASE("events published before there is a collector are not lost", "[contract][source]")
{
    World world;
    world.collector.stop();
    Publisher publisher{world.settings()};
    publish(publisher, 10);
    publisher.flush();
    for (int i = 0; i < 5; ++i) publisher.service(20ms);
    CHECK_FALSE(publisher.connected());
    world.collector.restart();
    REQUIRE(world.deliver(publisher));
    CHECK(world.collector.journaled() == 10);
}

TEST_CASE("20 000 events arrive exactly once and in order through a link that loses a tenth",
          "[contract][source]")
{
    const auto seed = callwatch::test::seed_of_this_run(20'261);
    INFO("CALLWATCH_SEED=" << seed);
    SeededRandom random{seed};
    World world;
    LossyLink link{"ipc://" + world.folder.file("lossy"), world.events,
                   [&] { return random.below(10) == 0; }};
    auto settings = world.settings();
    settings.events_endpoint = "ipc://" + world.folder.file("lossy");
    settings.window = 1'000;
    Publisher publisher{settings};

    const auto turn = [&] {
        if (publisher.head() < 20'000) {
            publish(publisher, 1 + random.below(40));
            publisher.flush();
        }
        link.step();
        return publisher.head() >= 20'000 && publisher.acknowledged() == publisher.head();
    };
    CHECK(world.run(publisher, turn));
    CHECK(world.collector.wrong() == "");
    CHECK(world.collector.journaled() == publisher.head());
    CHECK(world.collector.gaps.empty());
    CHECK(link.lost() > 20);
}

TEST_CASE("the collector forgets what it did not journal, and gets it again", "[contract][source]")
{
    const auto seed = callwatch::test::seed_of_this_run(7);
    INFO("CALLWATCH_SEED=" << seed);
    SeededRandom random{seed};
    World world;
    Publisher publisher{world.settings()};
    int restarts = 0;
    const auto deadline = std::chrono::steady_clock::now() + patience;
    while (std::chrono::steady_clock::now() < deadline && publisher.acknowledged() < 20'000) {
        if (publisher.head() < 20'000) publish(publisher, 500);
        publisher.flush();
        publisher.service(1ms);
        world.collector.step();
        if (random.below(3) == 0) world.collector.commit();
        if (restarts < 8 && publisher.connected() &&
            world.collector.taken() > 1'000u * static_cast<unsigned>(restarts)) {
            world.collector.restart();
            ++restarts;
        }
    }
    CHECK(restarts == 8);
    CHECK(world.collector.wrong() == "");
    CHECK(world.collector.journaled() == 20'000);
    CHECK(world.collector.gaps.empty());
}

TEST_CASE("a source that restarts goes on with its numbers and its epoch", "[contract][source]")
{
    World world;
    std::int64_t epoch = 0;
    for (int life = 0; life < 5; ++life) {
        Publisher publisher{world.settings()};
        CHECK(publisher.head() == 1'000u * static_cast<unsigned>(life));
        if (life > 0) CHECK(publisher.epoch_us() == epoch);
        epoch = publisher.epoch_us();
        publish(publisher, 1'000);
        publisher.flush();
        // Every other life ends before anything is acknowledged.
        if (life % 2 == 0) REQUIRE(world.deliver(publisher));
    }
    Publisher publisher{world.settings()};
    REQUIRE(world.deliver(publisher));
    CHECK(world.collector.journaled() == 5'000);
    CHECK(world.collector.gaps.empty());
    CHECK(world.collector.wrong() == "");
}

TEST_CASE("a loss at the tail, followed by silence, is noticed and mended within three seconds",
          "[contract][source]")
{
    World world;
    bool losing = false;
    LossyLink link{"ipc://" + world.folder.file("lossy"), world.events, [&] { return losing; }};
    auto settings = world.settings();
    settings.events_endpoint = "ipc://" + world.folder.file("lossy");
    Publisher publisher{settings};
    REQUIRE(world.run(publisher, [&] {
        link.step();
        return publisher.connected();
    }));
    publish(publisher, 100);
    publisher.flush();
    REQUIRE(world.run(publisher, [&] {
        link.step();
        return publisher.acknowledged() == 100;
    }));

    losing = true;
    publish(publisher, 7);
    publisher.flush();
    const auto silence = std::chrono::steady_clock::now();
    REQUIRE(world.run(publisher, [&] {
        link.step();
        return publisher.acknowledged() == 107;
    }));
    CHECK(std::chrono::steady_clock::now() - silence < 3s);
    CHECK(link.lost() == 1);
}

TEST_CASE("a new spool is a new epoch, and what the old one still owed is a gap",
          "[contract][source]")
{
    World world;
    bool losing = false;
    LossyLink link{"ipc://" + world.folder.file("lossy"), world.events, [&] { return losing; }};
    auto settings = world.settings();
    settings.events_endpoint = "ipc://" + world.folder.file("lossy");
    const auto link_and = [&](auto done) { return [&link, done] { return link.step(), done(); }; };
    std::uint64_t old_epoch = 0;
    {
        Publisher publisher{settings};
        old_epoch = static_cast<std::uint64_t>(publisher.epoch_us());
        publish(publisher, 10);
        publisher.flush();
        REQUIRE(world.run(publisher, link_and([&] { return publisher.acknowledged() == 10; })));
        losing = true;
        publish(publisher, 5);
        publisher
            .flush();  // Its heartbeat tells of five more; they are lost, and then the spool is.
        REQUIRE(world.run(publisher, link_and([&] { return link.lost() == 1; })));
        losing = false;
    }
    std::filesystem::remove_all(world.folder.file("spool"));
    Publisher publisher{settings};
    publish(publisher, 3);
    publisher.flush();
    REQUIRE(world.run(publisher, link_and([&] { return publisher.acknowledged() == 3; })));
    REQUIRE(world.collector.gaps.size() == 1);
    const auto& gap = world.collector.gaps.front();
    CHECK(std::tuple{gap.epoch, gap.first, gap.last} == std::tuple{old_epoch, 11u, 15u});
    CHECK(world.collector.epoch() > old_epoch);
    CHECK(world.collector.journaled() == 3);
}

TEST_CASE("an older copy of the spool is refused, with words for the operator",
          "[contract][source]")
{
    World world;
    const auto copy = world.folder.file("copy");
    {
        Publisher publisher{world.settings()};
        publish(publisher, 10);
        REQUIRE(world.deliver(publisher));
    }
    std::filesystem::copy(world.folder.file("spool"), copy,
                          std::filesystem::copy_options::recursive);
    {
        Publisher publisher{world.settings()};
        publish(publisher, 10);
        REQUIRE(world.deliver(publisher));
    }
    auto settings = world.settings();
    settings.spool_dir = copy;
    Publisher publisher{settings};
    REQUIRE(world.run(publisher, [&] { return publisher.refusal().has_value(); }));
    CHECK_THAT(*publisher.refusal(), Catch::Contains("older copy"));
    CHECK_FALSE(publisher.connected());
    CHECK(world.collector.port().refusals().total(callwatch::Refusal::Code::old_epoch) == 1);
}

TEST_CASE("a source that is not configured is told so", "[contract][source]")
{
    World world;
    auto settings = world.settings();
    settings.source_id = "pbx9";
    Publisher publisher{settings};
    publish(publisher, 1);
    publisher.flush();
    REQUIRE(world.run(publisher, [&] { return publisher.refusal().has_value(); }));
    CHECK(*publisher.refusal() == "source pbx9 is not in the collector's configuration");
    CHECK(world.collector.port().refusals().total(callwatch::Refusal::Code::unknown_source) == 1);
    CHECK(world.collector.taken() == 0);
}

TEST_CASE("a full spool makes the source wait, and loses nothing", "[contract][source]")
{
    World world;
    auto settings = world.settings();
    settings.spool_bytes_max = 1u << 20;
    int asked = 0;
    // While the publisher waits for room, the collector is given its turn.
    settings.stop_requested = [&] {
        ++asked;
        world.collector.step();
        world.collector.commit();
        return false;
    };
    Publisher publisher{settings};
    publish(publisher, 20'000);
    REQUIRE(world.deliver(publisher));
    CHECK(asked > 0);
    CHECK(world.collector.journaled() == 20'000);
}

TEST_CASE("a source that waits for room can be stopped", "[contract][source]")
{
    World world;
    world.collector.stop();
    auto settings = world.settings();
    settings.spool_bytes_max = 1u << 20;
    settings.stop_requested = [] { return true; };
    Publisher publisher{settings};
    CHECK_THROWS_AS(publish(publisher, 20'000), PublisherStopped);
    CHECK_FALSE(publisher.wait_until_acknowledged(1s));
}

TEST_CASE("no more than the window is in flight", "[contract][source]")
{
    World world;
    auto settings = world.settings();
    settings.window = 300;
    Publisher publisher{settings};
    REQUIRE(world.connect(publisher));
    publish(publisher, 1'000);
    publisher.flush();
    for (int i = 0; i < 50; ++i) {
        publisher.service(1ms);
        world.collector.step();
    }
    CHECK(world.collector.taken() == 300);
    REQUIRE(world.deliver(publisher));
    CHECK(world.collector.journaled() == 1'000);
}

TEST_CASE("nothing is sent that the disk did not take", "[contract][source]")
{
    World world;
    FaultySpoolDisk disk;
    Publisher publisher{world.settings(), disk};
    publish(publisher, 3);
    REQUIRE(world.deliver(publisher));

    // The next two calls are the write and the sync of the next group.
    disk.fails_at = disk.calls + GENERATE(1, 2);
    disk.error = ENOSPC;
    publish(publisher, 3);
    CHECK_THROWS_WITH(publisher.flush(), Catch::Contains("No space left"));
    CHECK_THROWS_AS(publisher.flush(), PublisherError);
    for (int i = 0; i < 20; ++i) {
        try {
            publisher.service(1ms);
        } catch (const PublisherError&) {
        }
        world.collector.step();
    }
    CHECK(world.collector.taken() == 3);
    CHECK(world.collector.heartbeat->head == 3);
}

TEST_CASE("endpoints beyond this machine are refused by both sides", "[contract][source]")
{
    const auto* endpoint = GENERATE("tcp://0.0.0.0:7701", "tcp://*:7701", "tcp://192.0.2.1:7701",
                                    "tcp://127.0.0.1.example.org:7701", "inproc://x", "");
    TemporaryFolder folder;
    PublisherSettings settings;
    settings.source_id = "pbx1";
    settings.spool_dir = folder.file("spool");
    settings.events_endpoint = endpoint;
    CHECK_THROWS_AS(Publisher{settings}, PublisherError);

    zmq::context_t context;
    CHECK_THROWS_AS((callwatch::SourcePort{context, {endpoint, "ipc://x", {}, 10}}),
                    callwatch::NetworkError);
    CHECK_THROWS_AS((callwatch::SourcePort{context, {"ipc://x", endpoint, {}, 10}}),
                    callwatch::NetworkError);
}

TEST_CASE("an endpoint that is taken is named", "[contract][source]")
{
    zmq::context_t context;
    zmq::socket_t other{context, zmq::socket_type::rep};
    other.bind("tcp://127.0.0.1:*");
    const auto taken = other.get(zmq::sockopt::last_endpoint);
    TemporaryFolder folder;
    callwatch::SourcePort port{context, {taken, "ipc://" + folder.file("control"), {}, 10}};
    CHECK_THROWS_WITH(port.bind(), Catch::Contains(taken) && Catch::Contains("in use"));
}
