// Is every message told once by the telephone and once by its file, and bound to its call?
// MessageWaiting is a report of state and not "one new message"; files have ids, and only files.

#include <catch2/catch.hpp>

#include "tests/support/asterisk_vocabulary.hpp"

using namespace callwatch;
using callwatch::asterisk::SpoolChange;
using callwatch::test::FakeAsterisk;
using callwatch::test::Headers;

namespace {

Headers counts(const std::string& mailbox, int fresh, int old)
{
    return {{"Mailbox", mailbox},
            {"Waiting", fresh > 0 ? "1" : "0"},
            {"New", std::to_string(fresh)},
            {"Old", std::to_string(old)}};
}

SpoolChange file(SpoolChange::Kind kind, const std::string& msg_id, const std::string& mailbox,
                 const std::string& folder = "INBOX", const std::string& from = "")
{
    SpoolChange change;
    change.kind = kind;
    change.msg_id = msg_id;
    change.mailbox = mailbox;
    change.folder = folder;
    change.from_folder = from;
    change.caller_id = "\"Payroll: desk\" <0217000001>";
    change.caller_channel = "PJSIP/trunk-1.0";
    change.began = asterisk::instant_of(FakeAsterisk::us(10));
    change.duration_ms = 4'000;
    return change;
}

/// A caller who reaches mailbox 106 at second 8.
FakeAsterisk at_the_tone(const std::string& mailboxes = "106@default")
{
    FakeAsterisk pbx;
    pbx.at(0).caller("1.0", "0217000001", "0205550106").begins("1.0", "Dial", "PJSIP/106,8,tT");
    pbx.at(8).begins("1.0", "VoiceMail", mailboxes + ",u");
    return pbx;
}

/// 106 in the menu of its mailbox, which ends at second 30 with these counts.
void session(FakeAsterisk& pbx, int fresh, int old)
{
    auto with = [](const Headers& more) {
        return FakeAsterisk::channel("PJSIP/106-06", "2.0", "2.0", more);
    };
    pbx.at(20).says("Newchannel", with({{"ChannelState", "4"}, {"Exten", "*97"}}));
    pbx.says("Newexten", with({{"Application", "VoiceMailMain"}, {"AppData", "106@default,s"}}));
    pbx.at(30).says("MessageWaiting", with(counts("106@default", fresh, old)));
}

Headers with_caller(const Headers& more)
{
    return FakeAsterisk::channel("PJSIP/trunk-1.0", "1.0", "1.0", more);
}

}  // namespace

TEST_CASE("a message is told by the telephone, then by its file with its id", "[unit][voicemail]")
{
    FakeAsterisk pbx = at_the_tone();
    pbx.at(16).says("MessageWaiting", with_caller(counts("106@default", 1, 0)));
    pbx.caller_hangs_up("1.0");
    pbx.at(16.2).spool(file(SpoolChange::Kind::appeared, "m-1", "106"));

    const auto told = pbx.all("voicemail_left");
    REQUIRE(told.size() == 2);
    const auto& by_call = told[0].voicemail_left();
    CHECK(by_call.message_id().empty());
    CHECK(by_call.mailbox_id() == "pbx1/106@default");
    CHECK(by_call.call_id() == "pbx1/1.0");
    CHECK(by_call.caller().e164() == "+64217000001");
    CHECK(by_call.received_at_us() == FakeAsterisk::us(0));
    CHECK(told[0].occurred_at_us() == FakeAsterisk::us(16));
    const auto& by_file = told[1].voicemail_left();
    CHECK(by_file.message_id() == "m-1");
    CHECK(by_file.mailbox_id() == "pbx1/106@default");
    CHECK(by_file.call_id() == "pbx1/1.0");
    CHECK(by_file.duration_ms() == 4'000);
    CHECK(by_file.received_at_us() == FakeAsterisk::us(0));
    CHECK(by_file.folder() == "INBOX");
    CHECK(by_file.caller_name() == "Payroll: desk");
    CHECK(told[1].origin() == v1::ORIGIN_REPLAY);
    CHECK(pbx.only("mailbox_counts").mailbox_counts().new_messages() == 1);
}

TEST_CASE("a caller who hangs up in the greeting has left nothing", "[unit][voicemail]")
{
    FakeAsterisk pbx = at_the_tone();
    pbx.at(9).on_caller("VarSet", "1.0", {{"Variable", "VMSTATUS"}, {"Value", "FAILED"}});
    pbx.caller_hangs_up("1.0");
    CHECK(pbx.only("voicemail_reached").voicemail_reached().direction() == v1::INBOUND);
    CHECK(pbx.count("voicemail_left") == 0);
}

TEST_CASE("one call that leaves in two mailboxes leaves two messages with one id",
          "[unit][voicemail]")
{
    FakeAsterisk pbx = at_the_tone("103@default&105@default");
    pbx.at(16).says("MessageWaiting", with_caller(counts("105@default", 1, 1)));
    pbx.says("MessageWaiting", with_caller(counts("103@default", 2, 0)));
    pbx.at(16.2).spool(file(SpoolChange::Kind::appeared, "m-1", "105"));
    pbx.spool(file(SpoolChange::Kind::appeared, "m-1", "103"));
    const auto told = pbx.all("voicemail_left");
    REQUIRE(told.size() == 4);
    CHECK(told[0].voicemail_left().mailbox_id() == "pbx1/105@default");
    CHECK(told[1].voicemail_left().mailbox_id() == "pbx1/103@default");
    for (const auto& event : told) {
        CHECK(event.voicemail_left().call_id() == "pbx1/1.0");
        CHECK(event.origin() == v1::ORIGIN_REPLAY);
    }
    CHECK(told[2].voicemail_left().message_id() == told[3].voicemail_left().message_id());
}

TEST_CASE("a file that no call announced was found by comparing", "[unit][voicemail]")
{
    FakeAsterisk pbx;
    pbx.at(60).spool(file(SpoolChange::Kind::appeared, "m-1", "106"));
    const auto event = pbx.only("voicemail_left");
    CHECK(event.origin() == v1::ORIGIN_RECONCILE);
    CHECK(event.voicemail_left().call_id().empty());
    CHECK(event.voicemail_left().received_at_us() == FakeAsterisk::us(10));
    CHECK(event.voicemail_left().caller().e164() == "+64217000001");
}

TEST_CASE("a file that is seen before the telephone speaks is one message", "[unit][voicemail]")
{
    FakeAsterisk pbx = at_the_tone();
    pbx.at(15.999).spool(file(SpoolChange::Kind::appeared, "m-1", "106"));
    pbx.at(16).says("MessageWaiting", with_caller(counts("106@default", 1, 0)));
    CHECK(pbx.only("voicemail_left").voicemail_left().message_id() == "m-1");
}

TEST_CASE("a reload reports every mailbox and leaves no message", "[unit][voicemail]")
{
    FakeAsterisk pbx;
    pbx.at(1).says("MessageWaiting", counts("106@default", 3, 0));
    pbx.at(2).says("MessageWaiting", counts("106@default", 4, 0));
    CHECK(pbx.count("voicemail_left") == 0);
    CHECK(pbx.count("mailbox_counts") == 2);
}

TEST_CASE("without the dial plan's events a caller's channel and one more new message say it",
          "[unit][voicemail]")
{
    FakeAsterisk pbx;
    pbx.at(0).says("MessageWaiting", counts("106@default", 3, 0));
    pbx.at(1).caller("1.0", "0217000001", "0205550106");
    pbx.at(9).says("MessageWaiting", with_caller(counts("106@default", 3, 0)));
    CHECK(pbx.count("voicemail_left") == 0);
    pbx.at(10).says("MessageWaiting", with_caller(counts("106@default", 4, 0)));
    CHECK(pbx.count("voicemail_left") == 1);
}

TEST_CASE("a session in the menu is no message left, and says who heard", "[unit][voicemail]")
{
    FakeAsterisk pbx = at_the_tone();
    pbx.at(16).spool(file(SpoolChange::Kind::appeared, "m-1", "106"));
    session(pbx, 0, 1);
    CHECK(pbx.count("voicemail_left") == 1);
    pbx.at(30.25).spool(file(SpoolChange::Kind::moved, "m-1", "106", "Old", "INBOX"));
    const auto heard = pbx.only("voicemail_heard").voicemail_heard();
    CHECK(heard.message_id() == "m-1");
    CHECK(heard.by_agent_id() == "pbx1/106");
    CHECK(heard.inferred());
}

TEST_CASE("what happens to a file long after a session is nobody's", "[unit][voicemail]")
{
    FakeAsterisk pbx;
    session(pbx, 0, 1);
    pbx.at(32.5).spool(file(SpoolChange::Kind::gone, "m-1", "106"));
    CHECK(pbx.only("voicemail_deleted").voicemail_deleted().by_agent_id().empty());
}

TEST_CASE("deleted, moved elsewhere, renumbered: three different things", "[unit][voicemail]")
{
    FakeAsterisk pbx;
    pbx.at(1).spool(file(SpoolChange::Kind::appeared, "m-1", "106"));
    pbx.spool(file(SpoolChange::Kind::appeared, "m-2", "106"));
    session(pbx, 0, 0);
    pbx.at(30.2).spool(file(SpoolChange::Kind::gone, "m-1", "106"));
    pbx.spool(file(SpoolChange::Kind::renumbered, "m-2", "106"));
    pbx.spool(file(SpoolChange::Kind::moved, "m-2", "106", "Family", "INBOX"));
    CHECK(pbx.only("voicemail_deleted").voicemail_deleted().message_id() == "m-1");
    CHECK(pbx.only("voicemail_deleted").voicemail_deleted().by_agent_id() == "pbx1/106");
    CHECK(pbx.only("voicemail_moved").voicemail_moved().to_folder() == "Family");
    CHECK(pbx.count("voicemail_heard") == 0);
    CHECK(pbx.events.size() == 2 + 1 + 1 + 1);  // Left twice, counts, deleted, moved.
}

TEST_CASE("the counts of a mailbox that was asked for are told", "[unit][voicemail]")
{
    FakeAsterisk pbx;
    pbx.at(1).sends(
        "Response: Success\r\nActionID: 7\r\nMessage: Mailbox Message Count\r\n"
        "Mailbox: 199@default\r\nUrgMessages: 1\r\nNewMessages: 6\r\nOldMessages: 2\r\n\r\n");
    const auto told = pbx.only("mailbox_counts").mailbox_counts();
    CHECK(told.mailbox_id() == "pbx1/199@default");
    CHECK(told.new_messages() == 6);
    CHECK(told.old_messages() == 2);
    CHECK(told.new_urgent() == 1);
}

TEST_CASE("the list of mailboxes names them with their context, and the spool's names follow it",
          "[unit][voicemail]")
{
    FakeAsterisk pbx;
    pbx.at(1).lists("VoicemailUserEntry",
                    {{"ActionID", "1"}, {"VMContext", "default"}, {"VoiceMailbox", "106"}});
    pbx.lists("VoicemailUserEntry",
              {{"ActionID", "1"}, {"VMContext", "branch"}, {"VoiceMailbox", "301"}});
    pbx.lists("VoicemailUserEntryComplete", {{"ActionID", "1"}, {"EventList", "Complete"}});
    const auto list = pbx.only("mailbox_list").mailbox_list();
    REQUIRE(list.mailbox_ids_size() == 2);
    CHECK(list.mailbox_ids(0) == "pbx1/106@default");
    CHECK(list.mailbox_ids(1) == "pbx1/301@branch");
    pbx.at(2).spool(file(SpoolChange::Kind::appeared, "m-1", "301"));
    CHECK(pbx.only("voicemail_left").voicemail_left().mailbox_id() == "pbx1/301@branch");
}

TEST_CASE("complete snapshots come at the start, every five minutes, after a reload and at the end",
          "[unit][voicemail]")
{
    FakeAsterisk pbx;
    pbx.at(1).lists("VoicemailUserEntry",
                    {{"ActionID", "1"}, {"VMContext", "default"}, {"VoiceMailbox", "106"}});
    pbx.lists("VoicemailUserEntryComplete", {{"ActionID", "1"}});
    pbx.at(1.2).says("PeerStatus", {});
    CHECK(pbx.count("mailbox_snapshot") == 1);
    CHECK(pbx.only("mailbox_snapshot").mailbox_snapshot().complete());
    CHECK(pbx.only("mailbox_snapshot").mailbox_snapshot().messages_size() == 0);
    pbx.at(60).spool(file(SpoolChange::Kind::appeared, "m-1", "106"));
    pbx.at(302).says("PeerStatus", {});
    CHECK(pbx.count("mailbox_snapshot") == 2);
    pbx.at(310).says("Reload", {}).at(310.2).says("PeerStatus", {});
    CHECK(pbx.count("mailbox_snapshot") == 3);
    pbx.translator().finish(asterisk::instant_of(FakeAsterisk::us(320)), pbx.events);
    REQUIRE(pbx.count("mailbox_snapshot") == 4);
    const auto last = pbx.all("mailbox_snapshot").back().mailbox_snapshot();
    REQUIRE(last.messages_size() == 1);
    CHECK(last.messages(0).message_id() == "m-1");
    CHECK(last.as_of_us() == FakeAsterisk::us(320));
    CHECK(pbx.events.back().source_status().state() == v1::SourceStatus::END);
}

TEST_CASE("a snapshot waits until a message that was just left can be in the list",
          "[unit][voicemail]")
{
    FakeAsterisk pbx = at_the_tone();
    pbx.at(9).lists("VoicemailUserEntry",
                    {{"ActionID", "1"}, {"VMContext", "default"}, {"VoiceMailbox", "106"}});
    pbx.lists("VoicemailUserEntryComplete", {{"ActionID", "1"}});
    pbx.says("MessageWaiting", with_caller(counts("106@default", 1, 0)));
    pbx.at(9.2).spool(file(SpoolChange::Kind::appeared, "m-1", "106"));
    pbx.at(9.5).says("PeerStatus", {});
    CHECK(pbx.count("mailbox_snapshot") == 0);
    pbx.at(10.1).says("PeerStatus", {});
    CHECK(pbx.only("mailbox_snapshot").mailbox_snapshot().messages_size() == 1);
}

TEST_CASE("without a watched spool no snapshot claims that mailboxes are empty",
          "[unit][voicemail]")
{
    FakeAsterisk pbx{asterisk::MailboxWatch::none};
    pbx.at(1).lists("VoicemailUserEntry",
                    {{"ActionID", "1"}, {"VMContext", "default"}, {"VoiceMailbox", "106"}});
    pbx.lists("VoicemailUserEntryComplete", {{"ActionID", "1"}});
    pbx.at(400).says("Reload", {});
    pbx.translator().finish(asterisk::instant_of(FakeAsterisk::us(500)), pbx.events);
    CHECK(pbx.count("mailbox_list") == 1);
    CHECK(pbx.count("mailbox_snapshot") == 0);
}

TEST_CASE("a mailbox too large for one event is sent incomplete, never as the whole",
          "[unit][voicemail]")
{
    FakeAsterisk pbx;
    pbx.at(1).lists("VoicemailUserEntry",
                    {{"ActionID", "1"}, {"VMContext", "default"}, {"VoiceMailbox", "106"}});
    pbx.lists("VoicemailUserEntryComplete", {{"ActionID", "1"}});
    for (int i = 0; i < 1'100; ++i)
        pbx.at(2).spool(file(SpoolChange::Kind::appeared, "m-" + std::to_string(i), "106"));
    pbx.translator().finish(asterisk::instant_of(FakeAsterisk::us(3)), pbx.events);
    const auto last = pbx.all("mailbox_snapshot").back();
    CHECK_FALSE(last.mailbox_snapshot().complete());
    CHECK(last.mailbox_snapshot().messages_size() > 100);
    CHECK(last.ByteSizeLong() < 60 * 1024);
    CHECK(pbx.translator().census().left_out().size() == 1);
}
