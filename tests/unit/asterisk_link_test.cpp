// Does a manager session log in, notice at once when it is lost, and come back with patience? The
// other end is a socket pair on which the test speaks as Asterisk.

#include <catch2/catch.hpp>

#include <vector>

#include "daemon/bridges/asterisk/live/ami_link.hpp"
#include "tests/support/ami_far_end.hpp"

using namespace callwatch::asterisk;
using namespace std::chrono_literals;
using callwatch::test::FarEnd;

namespace {

const Steady start{std::chrono::hours{1}};

struct World {
    FarEnd asterisk;
    AmiLink link{[this] { return asterisk.dial(); }, {"callwatch", "open sesame"}, "cw-"};
    std::vector<std::string> taken;
    Steady now = start;

    AmiLink::Turn turn(std::chrono::milliseconds later = 0ms)
    {
        now += later;
        return link.turn(now, [&](const AmiMessage& message) {
            taken.emplace_back(message[message.has("Event") ? "Event" : "Response"]);
        });
    }
    void log_in()
    {
        turn();
        turn();
        asterisk.says(
            "Asterisk Call Manager/11.0.0\r\n"
            "Response: Success\r\nActionID: cw-login\r\nChallenge: 113396571\r\n\r\n");
        turn();
        turn();
        (void)asterisk.heard();
        asterisk.says(
            "Response: Success\r\nActionID: cw-login\r\n"
            "Message: Authentication accepted\r\n\r\n");
        CHECK(turn().became_ready);
    }
};

}  // namespace

TEST_CASE("a challenge is asked for and answered, the secret is never sent", "[unit][link]")
{
    World world;
    world.turn();
    world.turn();
    CHECK(world.asterisk.heard() ==
          "Action: Challenge\r\nActionID: cw-login\r\nAuthType: MD5\r\n\r\n");
    world.asterisk.says(
        "Asterisk Call Manager/11.0.0\r\n"
        "Response: Success\r\nActionID: cw-login\r\nChallenge: 113396571\r\n\r\n");
    world.turn();
    world.turn();
    const std::string login = world.asterisk.heard();
    // echo -n "113396571open sesame" | md5sum
    CHECK(login.find("\r\nKey: cb3594e7e49423a5915c0cd07574fbb2\r\n") != std::string::npos);
    CHECK(login.find("sesame") == std::string::npos);
    CHECK(login.find("\r\nEvents: on\r\n") != std::string::npos);
    CHECK(world.link.state() == AmiLink::State::logging_in);
    CHECK(world.taken.empty());
}

TEST_CASE("after the login messages are given on, split wherever they were", "[unit][link]")
{
    World world;
    world.log_in();
    world.taken.clear();
    world.asterisk.says("Event: FullyBooted\r\n\r\nEvent: Han");
    world.turn();
    world.asterisk.says("gup\r\n\r\n");
    world.turn();
    CHECK(world.taken == std::vector<std::string>{"FullyBooted", "Hangup"});
}

TEST_CASE("a wrong password is a refusal in Asterisk's words, and not tried again at once",
          "[unit][link]")
{
    World world;
    world.turn();
    world.turn();
    world.asterisk.says(
        "Asterisk Call Manager/11.0.0\r\n"
        "Response: Error\r\nActionID: cw-login\r\nMessage: Authentication failed\r\n\r\n");
    world.turn();
    CHECK(world.link.refused());
    CHECK(world.link.trouble() == "the login of \"callwatch\" was refused: Authentication failed");
    world.turn(29s);
    CHECK(world.asterisk.dialled == 1);
    world.turn(1s);
    CHECK(world.asterisk.dialled == 2);
}

TEST_CASE("a connection that ends is noticed at once and tried again after a second",
          "[unit][link]")
{
    World world;
    world.log_in();
    world.asterisk.says("Event: Shutdown\r\n\r\n");
    world.asterisk.hang_up();
    CHECK(world.turn().was_lost);
    CHECK(world.taken.back() == "Shutdown");
    CHECK(world.link.trouble() == "it closed the connection");
    world.turn(999ms);
    CHECK(world.asterisk.dialled == 1);
    world.turn(1ms);
    CHECK(world.asterisk.dialled == 2);
    CHECK_FALSE(world.turn().was_lost);
}

TEST_CASE("patience doubles up to thirty seconds, and ends with a login", "[unit][link]")
{
    World world;
    std::vector<std::chrono::milliseconds> waits;
    Steady last = world.now;
    for (int i = 0; i < 100'000 && world.asterisk.dialled < 9; ++i) {
        const int before = world.asterisk.dialled;
        world.turn(10ms);
        if (world.asterisk.dialled == before) continue;
        world.asterisk.hang_up();
        waits.push_back(std::chrono::duration_cast<std::chrono::milliseconds>(world.now - last));
        last = world.now;
    }
    REQUIRE(waits.size() == 9);
    CHECK(waits[1] < 1'100ms);
    CHECK(waits[3] >= 4'000ms);
    CHECK(waits[8] >= 30'000ms);
    CHECK(waits[8] < 30'200ms);
    world.turn();
    world.turn(31s);
    world.log_in();
    world.asterisk.hang_up();
    world.turn();
    world.turn(1s);
    CHECK(world.asterisk.dialled == 11);
}

TEST_CASE("Ping asks every two seconds; silence for six is a dead connection", "[unit][link]")
{
    World world;
    world.log_in();
    std::string asked;
    for (int i = 0; i < 50; ++i) {
        const auto turn = world.turn(100ms);
        REQUIRE_FALSE(turn.was_lost);
        asked += world.asterisk.heard();
    }
    std::size_t pings = 0;
    for (auto at = asked.find("Action: Ping"); at != std::string::npos;
         at = asked.find("Action: Ping", at + 1))
        ++pings;
    CHECK(pings == 3);
    world.asterisk.says("Response: Success\r\nActionID: cw-1\r\nPing: Pong\r\n\r\n");
    CHECK_FALSE(world.turn(900ms).was_lost);
    CHECK_FALSE(world.turn(5'900ms).was_lost);
    CHECK(world.turn(200ms).was_lost);
    CHECK(world.link.trouble() == "nothing was heard for 6 s, not even answers to Ping");
}

TEST_CASE("what does not speak like a manager interface is given up", "[unit][link]")
{
    World world;
    world.turn();
    world.turn();
    world.asterisk.says("SSH-2.0-OpenSSH_9.2\r\n");
    world.turn(10s);
    CHECK(world.link.trouble().empty());
    world.turn(1s);
    CHECK(world.link.trouble().find("does not answer as a manager interface does") !=
          std::string::npos);
}

TEST_CASE("while it is held nothing is tried", "[unit][link]")
{
    World world;
    world.log_in();
    world.link.drop("nobody takes the events", world.now);
    world.link.hold(true);
    world.turn(60s);
    CHECK(world.asterisk.dialled == 1);
    world.link.hold(false);
    world.turn();
    CHECK(world.asterisk.dialled == 2);
}
