// Who is logged on, paused and reachable, and what do replies to questions say? And what of an
// Asterisk that goes away, has no timestamps, or speaks of things we do not know?

#include <catch2/catch.hpp>

#include "tests/support/asterisk_vocabulary.hpp"

using namespace callwatch;
using callwatch::test::FakeAsterisk;
using callwatch::test::Headers;
using NotReady = v1::AgentNotReady;

namespace {

Headers member(const std::string& queue, const std::string& interface, const Headers& more = {})
{
    Headers out{{"Queue", queue}, {"Interface", interface}, {"MemberName", "Jack O'Neil"}};
    out.insert(out.end(), more.begin(), more.end());
    return out;
}

}  // namespace

TEST_CASE("members log on and off by queue", "[unit][members]")
{
    FakeAsterisk pbx;
    pbx.at(1).says("QueueMemberAdded", member("fapo", "Local/112@agents/n"));
    pbx.at(2).says("QueueMemberRemoved", member("fapo", "Local/112@agents/n"));
    const auto on = pbx.only("agent_logged_on").agent_logged_on();
    CHECK(on.agent_id() == "pbx1/112");
    CHECK(on.device_id() == "pbx1/112");
    CHECK(on.queue_ids(0) == "pbx1/fapo");
    CHECK(pbx.only("agent_logged_off").agent_logged_off().queue_ids(0) == "pbx1/fapo");
}

TEST_CASE("a pause has a reason and a class, and ends", "[unit][members]")
{
    FakeAsterisk pbx;
    pbx.at(1).says("QueueMemberPause",
                   member("fapo", "PJSIP/108", {{"Paused", "1"}, {"PausedReason", "Lunch break"}}));
    pbx.at(2).says("QueueMemberPause",
                   member("fapo", "PJSIP/108", {{"Paused", "0"}, {"PausedReason", "Back"}}));
    const auto paused = pbx.only("agent_not_ready").agent_not_ready();
    CHECK(paused.agent_id() == "pbx1/108");
    CHECK(paused.queue_id() == "pbx1/fapo");
    CHECK(paused.reason_code() == "Lunch break");
    CHECK(paused.reason_class() == NotReady::LUNCH);
    CHECK(pbx.only("agent_ready").agent_ready().queue_id() == "pbx1/fapo");
}

TEST_CASE("a penalty is told; a busy member is not", "[unit][members]")
{
    FakeAsterisk pbx;
    pbx.at(1).says("QueueMemberPenalty", member("fapo", "PJSIP/108", {{"Penalty", "3"}}));
    CHECK(pbx.only("agent_skill_changed").agent_skill_changed().penalty() == 3);
    // Status 3 comes while a telephone rings and while it talks.
    pbx.at(2).says("QueueMemberStatus", member("fapo", "PJSIP/108", {{"Status", "3"}}));
    CHECK(pbx.events.size() == 1);
}

TEST_CASE("a telephone's presence is told when it changes", "[unit][members]")
{
    FakeAsterisk pbx;
    const auto state = [&](const std::string& device, const std::string& word) {
        pbx.says("DeviceStateChange", {{"Device", device}, {"State", word}});
    };
    pbx.at(1).lists("DeviceStateChange",
                    {{"ActionID", "5"}, {"Device", "PJSIP/101"}, {"State", "NOT_INUSE"}});
    CHECK(pbx.only("device_presence").device_presence().state() == v1::DevicePresence::REGISTERED);
    pbx.at(2);
    state("PJSIP/101", "INUSE");
    state("PJSIP/101", "RINGING");
    state("PJSIP/trunk", "UNAVAILABLE");
    state("Local/101@agents", "UNAVAILABLE");
    state("Queue:main-line", "UNAVAILABLE");
    state("PJSIP/101", "UNKNOWN");
    CHECK(pbx.count("device_presence") == 1);
    state("PJSIP/101", "UNAVAILABLE");
    state("PJSIP/101", "UNAVAILABLE");
    state("PJSIP/101", "NOT_INUSE");
    const auto told = pbx.all("device_presence");
    REQUIRE(told.size() == 3);
    CHECK(told[1].device_presence().state() == v1::DevicePresence::UNREACHABLE);
    CHECK(told[2].device_presence().state() == v1::DevicePresence::REGISTERED);
}

TEST_CASE("a reply about queues is whole when it is complete, whatever comes between",
          "[unit][lists]")
{
    FakeAsterisk pbx;
    pbx.at(0).caller("1.0", "0217000010", "0205550201");
    pbx.at(1).joins("1.0", "main-line", "0217000010");
    pbx.at(2).lists("QueueParams", {{"ActionID", "a"}, {"Queue", "main-line"}});
    pbx.lists("QueueParams", {{"ActionID", "other"}, {"Queue", "main-line"}});
    pbx.lists("QueueMember", {{"ActionID", "a"},
                              {"Queue", "main-line"},
                              {"Location", "Local/101@agents/n"},
                              {"Status", "1"},
                              {"Paused", "0"}});
    pbx.says("PeerStatus", {});
    pbx.lists("QueueMember", {{"ActionID", "a"},
                              {"Queue", "main-line"},
                              {"Location", "PJSIP/102"},
                              {"Status", "5"},
                              {"Paused", "1"},
                              {"PausedReason", "Lunch break"}});
    pbx.lists("QueueEntry", {{"ActionID", "a"},
                             {"Queue", "main-line"},
                             {"Position", "1"},
                             {"Channel", "PJSIP/trunk-1.0"},
                             {"Uniqueid", "1.0"},
                             {"CallerIDNum", "unknown"},
                             {"Wait", "1"}});
    CHECK(pbx.count("queue_snapshot") == 0);
    pbx.at(2.1).lists("QueueStatusComplete", {{"ActionID", "a"}, {"EventList", "Complete"}});
    CHECK(pbx.count("queue_snapshot") == 0);
    // A second later: events that waited while the list was written have come.
    pbx.at(3.2).says("PeerStatus", {});
    const auto snapshot = pbx.only("queue_snapshot").queue_snapshot();
    CHECK(snapshot.queue_id() == "pbx1/main-line");
    CHECK(snapshot.as_of_us() == FakeAsterisk::us(3.2));
    REQUIRE(snapshot.members_size() == 2);
    CHECK(snapshot.members(0).agent_id() == "pbx1/101");
    CHECK(snapshot.members(0).reachable());
    CHECK(snapshot.members(1).paused());
    CHECK_FALSE(snapshot.members(1).reachable());
    REQUIRE(snapshot.waiting_size() == 1);
    CHECK(snapshot.waiting(0).call_id() == "pbx1/1.0");
    CHECK(snapshot.waiting(0).caller().raw() == "0217000010");
    CHECK(snapshot.waiting(0).waiting_since_us() == FakeAsterisk::us(1));
}

TEST_CASE("a reply about a queue that does not exist says nothing", "[unit][lists]")
{
    FakeAsterisk pbx;
    pbx.at(1).lists("QueueStatusComplete", {{"ActionID", "a"}, {"ListItems", "0"}});
    CHECK(pbx.events.empty());
}

TEST_CASE("items of lists and other clients' replies are no events of their own", "[unit][lists]")
{
    FakeAsterisk pbx;
    pbx.at(1).lists("CoreShowChannel", FakeAsterisk::channel("PJSIP/trunk-1", "1.0", "1.0"));
    pbx.lists("Newchannel", {{"ActionID", "x"},
                             {"Channel", "PJSIP/trunk-1"},
                             {"Uniqueid", "1.0"},
                             {"Linkedid", "1.0"},
                             {"ChannelState", "4"}});
    pbx.says("OriginateResponse", {{"ActionID", "somebody-else-1"}, {"Response", "Failure"}});
    CHECK(pbx.events.empty());
    CHECK(pbx.translator().census().unknown_events().empty());
}

TEST_CASE("a replies' end that never comes does not fill the memory", "[unit][lists]")
{
    FakeAsterisk pbx;
    for (int i = 0; i < 100; ++i)
        pbx.at(1).lists("QueueParams", {{"ActionID", std::to_string(i)}, {"Queue", "q"}});
    CHECK(pbx.translator().census().left_out().at("queue list: never completed") == 84);
}

TEST_CASE("an Asterisk that stops is a loss until it has booted, and its calls are gone",
          "[unit][upstream]")
{
    FakeAsterisk pbx;
    pbx.at(0).says("FullyBooted", {{"Status", "Fully Booted"}});
    CHECK(pbx.events.empty());
    pbx.at(1).caller("1.0", "0217000010", "0205550201").joins("1.0", "main-line", "0217000010");
    pbx.at(5).says("Shutdown", {{"Shutdown", "Cleanly"}, {"Restart", "True"}});
    CHECK(pbx.only("upstream_lost").upstream_lost().from_us() == FakeAsterisk::us(5));
    pbx.at(25).says("FullyBooted", {});
    const auto restored = pbx.only("upstream_restored").upstream_restored();
    CHECK(restored.from_us() == FakeAsterisk::us(5));
    CHECK(restored.to_us() == FakeAsterisk::us(25));
    const auto dequeued = pbx.only("call_dequeued");
    CHECK(dequeued.call_dequeued().cause() == v1::CallDequeued::RECONCILED);
    CHECK(dequeued.origin() == v1::ORIGIN_RECONCILE);
    // A channel of the same id after the restart is another one.
    pbx.at(30).caller_hangs_up("1.0");
    CHECK(pbx.count("call_dequeued") == 1);
}

TEST_CASE("without timestamps an event is dated when it arrived", "[unit][upstream]")
{
    FakeAsterisk pbx;
    pbx.timestamps = false;
    pbx.at(7).caller("1.0", "0217000010", "0205550201");
    CHECK(pbx.only("call_arrived").occurred_at_us() == FakeAsterisk::us(7));
}

TEST_CASE("a system name changes ids and adds a header, and nothing else", "[unit][upstream]")
{
    FakeAsterisk pbx;
    const std::string id = "pbx9-1795308441.12";
    const Headers name{{"SystemName", "pbx9"}, {"ChannelState", "4"}, {"Exten", "0205550201"}};
    pbx.at(0).says("Newchannel", FakeAsterisk::channel("PJSIP/trunk-1", id, id, name));
    CHECK(pbx.only("call_arrived").call_arrived().call_id() == "pbx1/" + id);
    CHECK(pbx.translator().census().unknown_headers().empty());
}

TEST_CASE("what is not understood is counted by name", "[unit][census]")
{
    FakeAsterisk pbx;
    pbx.at(1).says("SomethingNew", {}).says("SomethingNew", {});
    pbx.says("Hold", {{"Channel", "PJSIP/101-1"}, {"Colour", "green"}});
    pbx.says("QueueMemberPause", member("fapo", "PJSIP/108", {{"Paused", "perhaps"}}));
    pbx.says("QueueMemberPause", member("fapo", "SIP/alice", {{"Paused", "1"}}));
    pbx.says("MessageWaiting", {{"Mailbox", "106@default"}, {"Waiting", "1"}});
    const auto& census = pbx.translator().census();
    CHECK(census.unknown_events().at("SomethingNew") == 2);
    CHECK(census.unknown_headers().at("Colour") == 1);
    CHECK(census.unreadable_headers().at("QueueMemberPause.Paused") == 1);
    CHECK(census.unreadable_headers().at("QueueMemberPause.Interface") == 1);
    CHECK(census.unreadable_headers().at("MessageWaiting.New") == 1);
    CHECK(pbx.events.empty());
    for (int i = 0; i < 1'000; ++i) pbx.says("New" + std::to_string(i), {});
    CHECK(census.unknown_events().size() <= asterisk::Census::names_max + 1);
    CHECK(census.unknown_events().at("(more)") == 1'000 - (asterisk::Census::names_max - 1));
}

TEST_CASE("a table of channels forgets the oldest, and what has ended for a while can be found",
          "[unit][recent_map]")
{
    asterisk::RecentMap<int> map{3, 2};
    for (int i = 0; i < 3; ++i) map.add(std::to_string(i), i);
    map.end("1");
    CHECK(*map.find("1") == 1);
    map.add("3", 3);
    CHECK(map.evicted() == 0);
    map.add("4", 4);
    CHECK(map.evicted() == 1);
    CHECK(map.find("0") == nullptr);
    map.end("2");
    map.end("3");
    CHECK(map.find("1") == nullptr);
    CHECK(*map.find("3") == 3);
    map.add("3", 33);
    map.end("4");
    CHECK(*map.find("3") == 33);
    for (int i = 0; i < 10'000; ++i) {
        map.add("x" + std::to_string(i), i);
        if (i % 3 != 0) map.end("x" + std::to_string(i));
    }
    CHECK(map.size() <= 5);
}

TEST_CASE("a bounded table walks its live things without those that ended", "[unit][asterisk]")
{
    asterisk::RecentMap<int> map{3, 2};
    const auto live = [&] {
        std::string keys;
        map.for_each_live([&](const std::string& key, int value) {
            keys += key;
            CHECK(*map.find(key) == value);
        });
        return keys;
    };
    map.add("b", 1);
    map.add("a", 2);
    CHECK(live() == "ab");
    map.end("b");
    CHECK(live() == "a");
    map.add("b", 3);
    CHECK(live() == "ab");
    map.add("b", 4);
    CHECK(live() == "ab");
    map.end("a");
    map.end("b");
    CHECK(live().empty());
    for (const char* key : {"c", "d", "e", "f", "g", "h"}) map.add(key, 5);
    CHECK(live().size() == map.size() - 2);
    CHECK(live().back() == 'h');
    map.clear();
    CHECK(live().empty());
}
