// What becomes of calls when the connection to the telephone system is lost and comes back? What is
// gone is closed without guessing how, what is new is taken up, and nothing is told twice.

#include <catch2/catch.hpp>

#include "tests/support/asterisk_vocabulary.hpp"

using namespace callwatch;
using callwatch::test::FakeAsterisk;
using callwatch::test::Headers;

namespace {

/// A live connection that is lost and restored.
struct Connection : FakeAsterisk {
    Connection() : FakeAsterisk{asterisk::MailboxWatch::live} {}

    void lose(double seconds)
    {
        at(seconds);
        translator().lose("the test cut it off", asterisk::instant_of(us(seconds)), events);
    }
    /// Channels as CoreShowChannels lists them, each with the headers of its snapshot.
    void shows(double seconds, const std::vector<Headers>& channels)
    {
        at(seconds);
        for (auto headers : channels) {
            headers.emplace_back("ActionID", "c");
            lists("CoreShowChannel", headers);
        }
        lists("CoreShowChannelsComplete", {{"ActionID", "c"}, {"EventList", "Complete"}});
    }
    /// main-line as QueueStatus lists it, with these callers.
    void shows_queue(double seconds, const std::vector<std::string>& uniqueids)
    {
        at(seconds).lists("QueueParams", {{"ActionID", "q"}, {"Queue", "main-line"}});
        for (const auto& uniqueid : uniqueids)
            lists("QueueEntry", {{"ActionID", "q"},
                                 {"Queue", "main-line"},
                                 {"Position", "1"},
                                 {"Uniqueid", uniqueid},
                                 {"CallerIDNum", "0217000099"},
                                 {"Wait", "7"}});
        lists("QueueStatusComplete", {{"ActionID", "q"}, {"EventList", "Complete"}});
    }
    void pass(double seconds) { translator().pass(asterisk::instant_of(us(seconds)), events); }
    void restore(double seconds)
    {
        translator().restore(asterisk::instant_of(us(seconds)), events);
    }
};

Headers listed(const std::string& name, const std::string& uniqueid, const std::string& linkedid,
               const std::string& application, const std::string& data, const Headers& more = {})
{
    Headers headers = FakeAsterisk::channel(name, uniqueid, linkedid,
                                            {{"ChannelState", "6"},
                                             {"Application", application},
                                             {"ApplicationData", data},
                                             {"Duration", "00:00:30"}});
    headers.insert(headers.end(), more.begin(), more.end());
    return headers;
}

/// 106 calls 0217000001 at second 0; it is answered at second 3.
Connection talking()
{
    Connection pbx;
    const auto staff = [](const Headers& more) {
        return FakeAsterisk::channel("PJSIP/106-09", "1.0", "1.0", more);
    };
    pbx.at(0).says("Newchannel", staff({{"ChannelState", "4"}, {"Exten", "90217000001"}}));
    pbx.at(1).says("Newchannel",
                   FakeAsterisk::channel("PJSIP/trunk-0a", "1.1", "1.0", {{"ChannelState", "0"}}));
    pbx.at(1).says("DialBegin", staff({{"DestChannel", "PJSIP/trunk-0a"},
                                       {"DestUniqueid", "1.1"},
                                       {"DialString", "0217000001@trunk"}}));
    pbx.at(3).says("DialEnd", staff({{"DestChannel", "PJSIP/trunk-0a"},
                                     {"DestUniqueid", "1.1"},
                                     {"DialStatus", "ANSWER"}}));
    return pbx;
}

}  // namespace

TEST_CASE("what was not seen begins with the last time known, and ends when all is read",
          "[unit][gap]")
{
    Connection pbx;
    pbx.at(5).says("PeerStatus", {});
    pbx.lose(7);
    CHECK(pbx.only("upstream_lost").upstream_lost().from_us() == FakeAsterisk::us(5));
    CHECK(pbx.translator().as_of() == asterisk::instant_of(FakeAsterisk::us(5)));
    pbx.at(20).says("FullyBooted", {});
    CHECK(pbx.count("upstream_restored") == 0);
    CHECK(pbx.translator().as_of() == asterisk::instant_of(FakeAsterisk::us(5)));
    pbx.restore(22);
    const auto restored = pbx.only("upstream_restored").upstream_restored();
    CHECK(restored.from_us() == FakeAsterisk::us(5));
    CHECK(restored.to_us() == FakeAsterisk::us(22));
    CHECK(pbx.translator().as_of() == asterisk::instant_of(FakeAsterisk::us(20)));
}

TEST_CASE("a caller who is no longer there has left, nobody knows how", "[unit][gap]")
{
    Connection pbx;
    pbx.at(0).caller("1.0", "0217000010", "0205550201");
    pbx.at(1).joins("1.0", "main-line", "0217000010");
    pbx.lose(5);
    pbx.shows(10, {});
    CHECK(pbx.count("call_dequeued") == 0);
    pbx.pass(11.2);
    const auto event = pbx.only("call_dequeued");
    CHECK(event.call_dequeued().cause() == v1::CallDequeued::RECONCILED);
    CHECK(event.origin() == v1::ORIGIN_RECONCILE);
    CHECK(pbx.only("call_cleared").call_cleared().call_id() == "pbx1/1.0");
}

TEST_CASE("a caller who is still there stays, and is told once when he leaves", "[unit][gap]")
{
    Connection pbx;
    pbx.at(0).caller("1.0", "0217000010", "0205550201");
    pbx.at(1).joins("1.0", "main-line", "0217000010");
    pbx.lose(5);
    pbx.shows(10, {listed("PJSIP/trunk-1.0", "1.0", "1.0", "Queue", "main-line,t")});
    pbx.shows_queue(10, {"1.0"});
    pbx.pass(11.2);
    CHECK(pbx.only("queue_snapshot").queue_snapshot().waiting_size() == 1);
    CHECK(pbx.count("call_queued") == 1);
    CHECK(pbx.count("call_dequeued") == 0);
    pbx.at(15).abandons("1.0", "main-line");
    pbx.caller_hangs_up("1.0");
    CHECK(pbx.only("call_dequeued").call_dequeued().cause() == v1::CallDequeued::ABANDONED);
}

TEST_CASE("a caller who left the queue but not the line is reconciled by the queue's list",
          "[unit][gap]")
{
    Connection pbx;
    pbx.at(0).caller("1.0", "0217000010", "0205550201");
    pbx.at(1).joins("1.0", "main-line", "0217000010");
    pbx.lose(5);
    pbx.shows(10, {listed("PJSIP/trunk-1.0", "1.0", "1.0", "VoiceMail", "199@default,u")});
    pbx.shows_queue(10, {});
    pbx.pass(11.2);
    CHECK(pbx.only("call_dequeued").call_dequeued().cause() == v1::CallDequeued::RECONCILED);
    CHECK(pbx.only("queue_snapshot").queue_snapshot().waiting_size() == 0);
}

TEST_CASE("a caller who came meanwhile is found waiting since he came", "[unit][gap]")
{
    Connection pbx;
    pbx.lose(5);
    pbx.shows(40, {listed("PJSIP/trunk-9.0", "9.0", "9.0", "Queue", "main-line,t",
                          {{"CallerIDNum", "0217000099"}})});
    pbx.shows_queue(40, {"9.0"});
    pbx.pass(41.2);
    const auto arrived = pbx.only("call_arrived");
    CHECK(arrived.origin() == v1::ORIGIN_RECONCILE);
    CHECK(arrived.occurred_at_us() == FakeAsterisk::us(10));
    CHECK(arrived.call_arrived().called().raw().empty());
    const auto queued = pbx.only("call_queued");
    CHECK(queued.origin() == v1::ORIGIN_RECONCILE);
    CHECK(queued.occurred_at_us() == FakeAsterisk::us(33));
    CHECK(queued.call_queued().call_id() == "pbx1/9.0");
    pbx.at(50).leaves("9.0", "main-line");
    pbx.at(50).begins("9.0", "VoiceMail", "199@default");
    CHECK(pbx.only("call_dequeued").call_dequeued().cause() == v1::CallDequeued::EXIT_KEY);
}

TEST_CASE("what live events say while a list is believed wins over the list", "[unit][gap]")
{
    Connection pbx;
    pbx.at(0).caller("1.0", "0217000010", "0205550201");
    pbx.at(1).joins("1.0", "main-line", "0217000010");
    pbx.shows_queue(10, {"1.0"});
    pbx.at(10.1).abandons("1.0", "main-line");
    pbx.leaves("1.0", "main-line");
    pbx.caller_hangs_up("1.0");
    pbx.at(10.2).caller("2.0", "0217000011", "0205550201");
    pbx.joins("2.0", "main-line", "0217000011");
    pbx.pass(11.3);
    CHECK(pbx.only("call_dequeued").call_dequeued().cause() == v1::CallDequeued::ABANDONED);
    const auto snapshot = pbx.only("queue_snapshot").queue_snapshot();
    REQUIRE(snapshot.waiting_size() == 1);
    CHECK(snapshot.waiting(0).call_id() == "pbx1/2.0");
    CHECK(pbx.count("call_queued") == 2);
}

TEST_CASE("a call back whose end was not seen counts as far as it was seen", "[unit][gap]")
{
    Connection pbx = talking();
    pbx.at(5).says("PeerStatus", {});
    pbx.lose(6);
    pbx.shows(60, {});
    pbx.pass(61.2);
    const auto event = pbx.only("outbound_call_cleared");
    CHECK(event.outbound_call_cleared().talk_ms() == 2'000);
    CHECK(event.occurred_at_us() == FakeAsterisk::us(5));
    CHECK(event.origin() == v1::ORIGIN_RECONCILE);
}

TEST_CASE("a call back that goes on is told whole", "[unit][gap]")
{
    Connection pbx = talking();
    pbx.lose(6);
    pbx.shows(20, {listed("PJSIP/106-09", "1.0", "1.0", "Dial", "PJSIP/0217000001@trunk,30"),
                   listed("PJSIP/trunk-0a", "1.1", "1.0", "AppDial", "(Outgoing Line)")});
    pbx.pass(21.2);
    CHECK(pbx.count("outbound_call_established") == 1);
    CHECK(pbx.count("outbound_call_cleared") == 0);
    pbx.at(33).hangs_up("PJSIP/trunk-0a", "1.1", "1.0");
    CHECK(pbx.only("outbound_call_cleared").outbound_call_cleared().talk_ms() == 30'000);
}

TEST_CASE("a call back that was answered meanwhile counts from when it is found", "[unit][gap]")
{
    Connection pbx;
    pbx.lose(5);
    pbx.shows(60, {listed("PJSIP/106-09", "1.0", "1.0", "Dial", "PJSIP/0217000001@trunk,30"),
                   listed("PJSIP/trunk-0a", "1.1", "1.0", "AppDial", "(Outgoing Line)")});
    pbx.pass(61.2);
    const auto event = pbx.only("outbound_call_established");
    CHECK(event.origin() == v1::ORIGIN_RECONCILE);
    CHECK(event.outbound_call_established().agent_id() == "pbx1/106");
    CHECK(event.outbound_call_established().dialled().e164() == "+64217000001");
    pbx.at(70).hangs_up("PJSIP/trunk-0a", "1.1", "1.0");
    CHECK(pbx.only("outbound_call_cleared").outbound_call_cleared().talk_ms() == 8'800);
}

TEST_CASE("a talk that is over is cleared, one that is found is established", "[unit][gap]")
{
    Connection pbx;
    pbx.at(0).caller("1.0", "0217000010", "0205550106");
    pbx.at(2).says("DialEnd", FakeAsterisk::channel("PJSIP/trunk-1.0", "1.0", "1.0",
                                                    {{"DestChannel", "PJSIP/106-01"},
                                                     {"DestUniqueid", "1.1"},
                                                     {"DialStatus", "ANSWER"}}));
    REQUIRE(pbx.count("call_established") == 1);
    pbx.at(4).says("PeerStatus", {});
    pbx.lose(5);
    pbx.shows(40, {listed("PJSIP/trunk-2.0", "2.0", "2.0", "Queue", "main-line,t"),
                   listed("PJSIP/107-02", "2.1", "2.0", "AppQueue", "(Outgoing Line)",
                          {{"BridgeId", "b"}})});
    pbx.pass(41.2);
    const auto cleared = pbx.only("call_cleared").call_cleared();
    CHECK(cleared.agent_id() == "pbx1/106");
    CHECK(cleared.talk_ms() == 2'000);
    CHECK(cleared.ended_by() == v1::CallCleared::ENDED_BY_UNSPECIFIED);
    const auto found = pbx.all("call_established").back();
    CHECK(found.origin() == v1::ORIGIN_RECONCILE);
    CHECK(found.call_established().agent_id() == "pbx1/107");
    CHECK(found.call_established().queue_id() == "pbx1/main-line");
}

TEST_CASE("a channel whose own event comes after the list is told of once", "[unit][gap]")
{
    Connection pbx;
    pbx.lose(5);
    pbx.at(9.9);
    pbx.shows(10, {listed("PJSIP/trunk-3.0", "3.0", "3.0", "Queue", "main-line")});
    pbx.at(10.1).caller("3.0", "0217000012", "0205550201");
    pbx.pass(11.3);
    CHECK(pbx.only("call_arrived").call_arrived().called().raw() == "0205550201");
}

TEST_CASE("after a restart of the telephone system nothing of before is left", "[unit][gap]")
{
    Connection pbx = talking();
    pbx.at(5).caller("5.0", "0217000010", "0205550201");
    pbx.joins("5.0", "main-line", "0217000010");
    pbx.at(6).says("Shutdown", {{"Shutdown", "Cleanly"}, {"Restart", "True"}});
    pbx.lose(6.1);
    pbx.at(30).says("FullyBooted", {});
    CHECK(pbx.count("upstream_lost") == 1);
    CHECK(pbx.only("outbound_call_cleared").outbound_call_cleared().talk_ms() == 3'000);
    CHECK(pbx.only("call_dequeued").call_dequeued().cause() == v1::CallDequeued::RECONCILED);
    CHECK(pbx.count("upstream_restored") == 0);
    pbx.restore(32);
    CHECK(pbx.only("upstream_restored").upstream_restored().from_us() == FakeAsterisk::us(6));
}

TEST_CASE("where channels cannot be listed, everything of before is closed", "[unit][gap]")
{
    Connection pbx = talking();
    pbx.at(5).says("PeerStatus", {});
    pbx.lose(6);
    pbx.translator().close_all_calls(asterisk::instant_of(FakeAsterisk::us(20)), pbx.events);
    CHECK(pbx.only("outbound_call_cleared").outbound_call_cleared().talk_ms() == 2'000);
}

TEST_CASE("a message that a list shows without its channel belongs to the call that announced it",
          "[unit][gap]")
{
    Connection pbx;
    pbx.at(0).caller("1.0", "0217000010", "0205550106");
    pbx.at(1).begins("1.0", "VoiceMail", "106@default,u");
    pbx.at(9).on_caller(
        "MessageWaiting", "1.0",
        {{"CallerIDNum", "0217000010"}, {"Mailbox", "106@default"}, {"New", "1"}, {"Old", "0"}});
    asterisk::SpoolChange change;
    change.msg_id = "1800000005-00000000";
    change.mailbox = "106@default";
    change.folder = "INBOX";
    change.caller_id = "\"Somebody\" <0217000010>";
    change.began = asterisk::instant_of(FakeAsterisk::us(5));
    change.duration_ms = 4'000;
    pbx.at(9.3).spool(change);
    const auto left = pbx.all("voicemail_left");
    REQUIRE(left.size() == 2);
    CHECK(left[1].voicemail_left().call_id() == "pbx1/1.0");
    CHECK(left[1].voicemail_left().received_at_us() == FakeAsterisk::us(0));
    CHECK(left[1].origin() == v1::ORIGIN_REPLAY);
}
