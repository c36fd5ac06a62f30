// Does a live telephone system become events: what it says, what its lists show, and what could not
// be seen, told as such? The test speaks as Asterisk and answers what it is asked.

#include <catch2/catch.hpp>

#include <fstream>
#include <map>

#include "daemon/bridges/asterisk/ami_reader.hpp"
#include "daemon/bridges/asterisk/live/live_source.hpp"
#include "tests/support/ami_far_end.hpp"
#include "tests/support/asterisk_vocabulary.hpp"
#include "tests/support/temporary_folder.hpp"

using namespace callwatch;
using namespace callwatch::asterisk;
using namespace std::chrono_literals;
using callwatch::test::FarEnd;
using callwatch::test::kind_of;

namespace {

constexpr std::int64_t begins_us = 1'800'000'000'000'000;

asterisk::Settings live_settings(MailboxLists lists, const std::string& spool)
{
    asterisk::Settings settings = test::demo_settings();
    settings.manager.emplace();
    settings.manager->username = "callwatch";
    settings.manager->secret = "open sesame";
    settings.voicemail.lists = lists;
    settings.voicemail.spool = spool;
    return settings;
}

/// A live source and an Asterisk that has one queue and one mailbox.
struct World {
    explicit World(MailboxLists lists = MailboxLists::automatic,
                   std::optional<Instant> last_seen = std::nullopt)
        : source{{live_settings(lists, folder.path()), "cw-", last_seen},
                 [this] { return asterisk.dial(); }}
    {
    }

    FarEnd asterisk;
    test::TemporaryFolder folder;
    LiveSource source;
    Events events;
    Steady now{std::chrono::hours{1}};
    std::int64_t here_us = begins_us;
    AmiReader asked;
    bool answers = true;
    std::map<std::string, std::string> replies{
        {"CoreShowChannels", ""},
        {"DeviceStateList", ""},
        {"QueueSummary", "Event: QueueSummary\r\nQueue: main-line\r\n"},
        {"QueueStatus", "Event: QueueParams\r\nQueue: main-line\r\n"},
        {"VoicemailUsersList",
         "Event: VoicemailUserEntry\r\nVMContext: default\r\n"
         "VoiceMailbox: 106\r\nNewMessageCount: 0\r\nOldMessageCount: 0\r\n"},
        {"VoicemailBoxSummary", ""},
    };
    std::string offers = "VoicemailBoxSummary: lists a mailbox\r\n";

    Instant here() const { return instant_of(here_us); }
    /// So much later, in steps of 50 ms, Asterisk answering in between.
    void pass(std::chrono::milliseconds time)
    {
        for (auto left = time; left >= 0ms; left -= 50ms) {
            source.turn(now, here(), events);
            if (answers) answer();
            now += 50ms;
            here_us += 50'000;
        }
    }
    void says(const std::string& event) { asterisk.says(event + "\r\n"); }
    void answer()
    {
        asked.feed(asterisk.heard());
        while (const auto* action = asked.next())
            answer((*action)["Action"], (*action)["ActionID"]);
    }
    void answer(std::string_view action, std::string_view id)
    {
        const std::string ours = "ActionID: " + std::string{id} + "\r\n";
        const std::string good = "Response: Success\r\n" + ours;
        if (action == "Challenge")
            return says("Asterisk Call Manager/11.0.0\r\n" + good + "Challenge: 1\r\n");
        if (action == "Login") {
            says(good + "Message: Authentication accepted\r\n");
            return says("Event: FullyBooted\r\nPrivilege: system,all\r\n");
        }
        if (action == "Ping") return says(good + "Ping: Pong\r\n");
        if (action == "ListCommands") return says(good + offers);
        const auto reply = replies.find(std::string{action});
        if (reply == replies.end()) return;
        if (reply->second == "refused")
            return says("Response: Error\r\n" + ours + "Message: Permission denied\r\n");
        says(good + "EventList: start\r\n");
        if (!reply->second.empty()) says(reply->second + ours);
        const std::map<std::string, std::string> names{
            {"VoicemailUsersList", "VoicemailUserEntry"},
            {"VoicemailBoxSummary", "VoicemailBoxDetail"}};
        const auto name = names.find(reply->first);
        says("Event: " + (name == names.end() ? reply->first : name->second) + "Complete\r\n" +
             ours + "EventList: Complete\r\n");
    }

    std::vector<v1::Event> all(const std::string& kind) const
    {
        std::vector<v1::Event> out;
        for (const auto& event : events)
            if (kind_of(event) == kind) out.push_back(event);
        return out;
    }
};

}  // namespace

TEST_CASE("before anything was seen nothing is vouched for", "[unit][live]")
{
    World world;
    world.answers = false;
    world.pass(5s);
    CHECK(world.all("upstream_lost").size() == 1);
    CHECK_FALSE(world.source.as_of());
    CHECK_FALSE(world.source.mailboxes_watched());
    CHECK(world.source.state() == v1::SourceStatus::DOWN);
}

TEST_CASE("a first session lists everything and ends the gap", "[unit][live]")
{
    World world;
    world.pass(6s);
    CHECK(world.all("upstream_restored").size() == 1);
    CHECK(world.all("queue_snapshot").size() == 1);
    REQUIRE(world.all("mailbox_snapshot").size() == 1);
    CHECK(world.all("mailbox_snapshot")[0].mailbox_snapshot().complete());
    CHECK(world.source.state() == v1::SourceStatus::UP);
    CHECK(world.source.mailboxes_watched());
    REQUIRE(world.source.as_of());
    CHECK(*world.source.as_of() < world.here());
    CHECK(*world.source.as_of() > world.here() - 3s);
}

TEST_CASE("a later life tells what it has not seen", "[unit][live]")
{
    World world{MailboxLists::automatic, instant_of(begins_us - 60'000'000)};
    world.pass(6s);
    CHECK(world.all("upstream_lost")[0].upstream_lost().from_us() == begins_us - 60'000'000);
    CHECK(world.all("upstream_restored")[0].upstream_restored().from_us() ==
          begins_us - 60'000'000);
}

TEST_CASE("a lost connection is told at once, the watermark stands, all is listed again",
          "[unit][live]")
{
    World world;
    world.pass(6s);
    const auto before = world.source.as_of();
    world.asterisk.hang_up();
    world.answers = false;
    world.pass(100ms);
    REQUIRE(world.all("upstream_lost").size() == 2);
    CHECK(world.all("upstream_lost")[1].upstream_lost().what() ==
          "the connection to Asterisk was lost: it closed the connection");
    const auto stands = world.source.as_of();
    CHECK(*stands >= *before);
    world.pass(5s);
    CHECK(world.source.as_of() == stands);
    world.answers = true;
    world.pass(12s);
    CHECK(world.all("upstream_restored").size() == 2);
    CHECK(world.all("mailbox_snapshot").size() == 2);
    CHECK(*world.source.as_of() > *stands);
}

TEST_CASE("a refused list of channels degrades, and closes what cannot be known", "[unit][live]")
{
    World world;
    world.replies["CoreShowChannels"] = "refused";
    world.pass(6s);
    CHECK(world.all("upstream_restored").size() == 1);
    CHECK(world.source.state() == v1::SourceStatus::DEGRADED);
    CHECK(world.source.status() == "CoreShowChannels: Permission denied");
}

TEST_CASE("without VoicemailBoxSummary the spool is read, and a missing one is said",
          "[unit][live]")
{
    World world;
    world.offers = "QueueStatus: lists queues\r\n";
    world.pass(6s);
    CHECK(world.all("mailbox_snapshot").size() == 1);
    CHECK(world.source.mailboxes_watched());
    std::filesystem::remove_all(world.folder.path());
    world.pass(61s);
    CHECK_FALSE(world.source.mailboxes_watched());
    CHECK(world.source.state() == v1::SourceStatus::DEGRADED);
    CHECK(world.source.status().find("there is no such voicemail directory") != std::string::npos);
}

TEST_CASE("a greeting that is recorded is told within a minute, also where messages are listed",
          "[unit][live]")
{
    World world;
    world.pass(6s);
    CHECK(world.all("greeting_observed").empty());
    const auto mailbox = std::filesystem::path{world.folder.path()} / "default/106";
    std::filesystem::create_directories(mailbox);
    std::ofstream{mailbox / "unavail.wav"} << "sound";
    world.pass(61s);
    const auto told = world.all("greeting_observed");
    REQUIRE(told.size() == 1);
    CHECK(told.front().greeting_observed().mailbox_id() == "pbx1/106@default");
    CHECK(told.front().greeting_observed().kind() == v1::UNAVAILABLE);
    CHECK(told.front().greeting_observed().modified_at_us() > 0);
    world.pass(121s);
    CHECK(world.all("greeting_observed").size() == 1);
    // A directory that is not mounted removes no greeting.
    std::filesystem::rename(world.folder.path(), world.folder.path() + ".away");
    world.pass(61s);
    CHECK(world.all("greeting_observed").size() == 1);
    std::filesystem::rename(world.folder.path() + ".away", world.folder.path());
}

TEST_CASE("when nobody takes the events nothing is read, and that is told", "[unit][live]")
{
    World world;
    world.pass(6s);
    world.source.give_up("the spool is full", world.now, world.here(), world.events);
    CHECK(world.all("upstream_lost").size() == 2);
    CHECK_FALSE(world.source.mailboxes_watched());
    const auto count = world.events.size();
    world.pass(60s);
    CHECK(world.events.size() == count);
    CHECK(world.asterisk.dialled == 1);
    world.source.resume();
    world.pass(12s);
    CHECK(world.asterisk.dialled == 2);
    CHECK(world.all("upstream_restored").size() == 2);
}

TEST_CASE("the telephone system's clock counts, not ours", "[unit][live]")
{
    World world;
    world.pass(6s);
    world.says(
        "Event: Newchannel\r\nPrivilege: call,all\r\nTimestamp: 1800003600.500000\r\n"
        "Channel: PJSIP/trunk-1\r\nChannelState: 4\r\nUniqueid: 1.0\r\nLinkedid: 1.0\r\n");
    world.pass(50ms);
    CHECK(world.all("call_arrived")[0].occurred_at_us() == 1'800'003'600'500'000);
    world.asterisk.hang_up();
    world.answers = false;
    world.pass(100ms);
    CHECK(world.all("upstream_lost")[1].upstream_lost().from_us() >= 1'800'003'600'500'000);
}
