// Who talks to a caller, from when to when, and where is the caller sent? Transfers as a real
// Asterisk 22 says them, which depends on how members are dialled and how the telephone transfers.

#include <catch2/catch.hpp>

#include "tests/support/asterisk_vocabulary.hpp"

using namespace callwatch;
using callwatch::test::FakeAsterisk;
using callwatch::test::Headers;
using Cleared = v1::CallCleared;

namespace {

constexpr const char* phone_111 = "PJSIP/111-c9";

Headers to(const std::string& leg, const std::string& uniqueid, const std::string& status = "")
{
    Headers out{{"DestChannel", leg}, {"DestUniqueid", uniqueid}};
    if (!status.empty()) out.emplace_back("DialStatus", status);
    return out;
}

Headers of_queue(const std::string& queue, const std::string& interface,
                 const std::string& reason = "")
{
    Headers out{{"Queue", queue}, {"Interface", interface}, {"DestUniqueid", "1.1"}};
    if (!reason.empty()) out.emplace_back("Reason", reason);
    return out;
}

/// A caller who was answered by 104 from the queue main-line at second 2.
FakeAsterisk talking()
{
    FakeAsterisk pbx;
    pbx.at(0).caller("1.0", "0217000064", "0205550201");
    pbx.at(1).joins("1.0", "main-line", "0217000064");
    pbx.at(2).leaves("1.0", "main-line");
    pbx.on_caller("AgentConnect", "1.0", of_queue("main-line", "Local/104@agents/n"));
    return pbx;
}

/// A caller who is rung through to `extension` at second 1.
FakeAsterisk ringing(const std::string& extension)
{
    FakeAsterisk pbx;
    pbx.at(0).caller("1.0", "0217000036", "0205550101");
    pbx.at(1).on_caller("DialBegin", "1.0", to("PJSIP/" + extension + "-73", "1.1"));
    return pbx;
}

Headers transferred_by(const std::string& channel, const std::string& uniqueid,
                       const std::string& extension)
{
    return {{"Result", "Success"},
            {"TransfererChannel", channel},
            {"TransfererUniqueid", uniqueid},
            {"TransfererLinkedid", "1.0"},
            {"TransfereeUniqueid", "1.0"},
            {"Extension", extension}};
}

}  // namespace

TEST_CASE("a direct call is routed, established and cleared by who hung up", "[unit][talk]")
{
    FakeAsterisk pbx = ringing("101");
    CHECK(pbx.only("call_routed").call_routed().to_kind() == v1::CallRouted::DEVICE);
    CHECK(pbx.only("call_routed").call_routed().to_id() == "pbx1/101");
    pbx.at(3).on_caller("DialEnd", "1.0", to("PJSIP/101-73", "1.1", "ANSWER"));
    const auto established = pbx.only("call_established").call_established();
    CHECK(established.agent_id() == "pbx1/101");
    CHECK(established.queue_id().empty());
    CHECK(established.ring_ms() == 2'000);
    pbx.at(5.5).says("HangupRequest", FakeAsterisk::channel("PJSIP/101-73", "1.1", "1.0"));
    pbx.hangs_up("PJSIP/101-73", "1.1", "1.0").caller_hangs_up("1.0");
    const auto cleared = pbx.only("call_cleared").call_cleared();
    CHECK(cleared.agent_id() == "pbx1/101");
    CHECK(cleared.ended_by() == Cleared::AGENT);
    CHECK(cleared.talk_ms() == 2'500);
}

TEST_CASE("a caller who hangs up on a direct call ended it", "[unit][talk]")
{
    FakeAsterisk pbx = ringing("101");
    pbx.at(3).on_caller("DialEnd", "1.0", to("PJSIP/101-73", "1.1", "ANSWER"));
    pbx.at(4).on_caller("HangupRequest", "1.0").hangs_up("PJSIP/101-73", "1.1", "1.0");
    CHECK(pbx.only("call_cleared").call_cleared().ended_by() == Cleared::CALLER);
}

TEST_CASE("the operator's telephone is a place of its own", "[unit][talk]")
{
    const FakeAsterisk pbx = ringing("100");
    CHECK(pbx.only("call_routed").call_routed().to_kind() == v1::CallRouted::OPERATOR);
    CHECK(pbx.only("call_routed").call_routed().to_id() == "pbx1/100");
}

TEST_CASE("a call between two of the staff is internal", "[unit][talk]")
{
    FakeAsterisk pbx;
    const auto on_101 = [](const Headers& more) {
        return FakeAsterisk::channel("PJSIP/101-70", "1.0", "1.0", more);
    };
    pbx.at(0).says("Newchannel",
                   on_101({{"ChannelState", "4"}, {"CallerIDNum", "101"}, {"Exten", "111"}}));
    pbx.says("DialBegin", on_101(to(phone_111, "1.1")));
    pbx.at(1).says("DialEnd", on_101(to(phone_111, "1.1", "ANSWER")));
    const auto established = pbx.only("call_established").call_established();
    CHECK(established.direction() == v1::INTERNAL);
    CHECK(established.agent_id() == "pbx1/111");
    CHECK(pbx.count("call_arrived") == 0);
    // From the other side it is a call of 101's, who may return a message by it.
    CHECK(pbx.only("outbound_call_established").outbound_call_established().agent_id() ==
          "pbx1/101");
}

TEST_CASE("a call nobody answered ends without an agent", "[unit][talk]")
{
    FakeAsterisk pbx = ringing("101");
    pbx.at(4).on_caller("HangupRequest", "1.0").caller_hangs_up("1.0");
    CHECK(pbx.only("call_cleared").call_cleared().agent_id().empty());
    CHECK(pbx.only("call_cleared").call_cleared().ended_by() == Cleared::CALLER);
    CHECK(pbx.only("call_cleared").call_cleared().talk_ms() == 0);
}

TEST_CASE("a queue's talk ends as AgentComplete says", "[unit][talk]")
{
    const auto [reason, how] = GENERATE(table<std::string, Cleared::EndedBy>(
        {{"agent", Cleared::AGENT}, {"caller", Cleared::CALLER}, {"transfer", Cleared::TRANSFER}}));
    FakeAsterisk pbx = talking();
    pbx.at(8).on_caller("AgentComplete", "1.0",
                        of_queue("main-line", "Local/104@agents/n", reason));
    pbx.at(8.002).caller_hangs_up("1.0");
    const auto event = pbx.only("call_cleared");
    CHECK(event.call_cleared().ended_by() == how);
    CHECK(event.call_cleared().talk_ms() == 6'000);
    CHECK(event.occurred_at_us() == FakeAsterisk::us(8));
}

TEST_CASE("a completion is told although the caller stays on the line", "[unit][talk]")
{
    FakeAsterisk pbx = talking();
    pbx.at(8).on_caller("AgentComplete", "1.0",
                        of_queue("main-line", "Local/104@agents/n", "agent"));
    CHECK(pbx.count("call_cleared") == 0);
    pbx.at(9.5).says("PeerStatus", {});
    CHECK(pbx.only("call_cleared").occurred_at_us() == FakeAsterisk::us(8));
}

TEST_CASE("a talk without AgentComplete ends with the caller's channel", "[unit][talk]")
{
    FakeAsterisk pbx = talking();
    pbx.at(9).on_caller("HangupRequest", "1.0").caller_hangs_up("1.0");
    CHECK(pbx.only("call_cleared").call_cleared().ended_by() == Cleared::CALLER);
    CHECK(pbx.only("call_cleared").call_cleared().talk_ms() == 7'000);
}

TEST_CASE("a hold is told and counted; an unhold without one is nothing", "[unit][talk]")
{
    FakeAsterisk pbx = talking();
    const auto phone = FakeAsterisk::channel("Local/104@agents-22;1", "1.1", "1.0");
    pbx.at(3).says("Unhold", phone);
    CHECK(pbx.count("call_retrieved") == 0);
    pbx.at(4).says("Hold", phone);
    pbx.at(6).says("Unhold", phone);
    CHECK(pbx.only("call_held").call_held().agent_id() == "pbx1/104");
    CHECK(pbx.only("call_retrieved").call_retrieved().call_id() == "pbx1/1.0");
    pbx.at(7).says("Hold", phone);
    pbx.at(8).on_caller("AgentComplete", "1.0",
                        of_queue("main-line", "Local/104@agents/n", "agent"));
    pbx.caller_hangs_up("1.0");
    CHECK(pbx.only("call_cleared").call_cleared().hold_ms() == 3'000);
}

TEST_CASE("a blind transfer ends the first talk then, and the late completion says nothing new",
          "[unit][talk]")
{
    FakeAsterisk pbx = talking();
    const auto local = [](const Headers& more) {
        return FakeAsterisk::channel("Local/104@agents-22;2", "1.2", "1.0", more);
    };
    pbx.says("Newchannel", local({}));
    // By REFER: the telephone transfers the inner half of the Local channel, not the caller.
    pbx.at(5).says("BlindTransfer", transferred_by("PJSIP/104-c7", "1.3", "111"));
    const auto transferred = pbx.only("call_transferred").call_transferred();
    CHECK(transferred.call_id() == "pbx1/1.0");
    CHECK(transferred.from_agent() == "pbx1/104");
    CHECK(transferred.to_party() == "pbx1/111");
    CHECK(transferred.kind() == v1::CallTransferred::BLIND);
    CHECK(pbx.only("call_cleared").call_cleared().ended_by() == Cleared::TRANSFER);
    CHECK(pbx.only("call_cleared").call_cleared().talk_ms() == 3'000);

    pbx.at(6).says("DialBegin", local(to(phone_111, "1.4")));
    pbx.at(7).says("DialEnd", local(to(phone_111, "1.4", "ANSWER")));
    CHECK(pbx.all("call_established").back().call_established().agent_id() == "pbx1/111");
    pbx.at(12).says("HangupRequest", FakeAsterisk::channel(phone_111, "1.4", "1.0"));
    pbx.hangs_up(phone_111, "1.4", "1.0");
    pbx.on_caller("AgentComplete", "1.0", of_queue("main-line", "Local/104@agents/n", "agent"));
    pbx.caller_hangs_up("1.0");
    REQUIRE(pbx.count("call_cleared") == 2);
    CHECK(pbx.all("call_cleared").back().call_cleared().agent_id() == "pbx1/111");
    CHECK(pbx.all("call_cleared").back().call_cleared().talk_ms() == 5'000);
}

TEST_CASE("a transfer to a number that is no telephone of staff keeps the number", "[unit][talk]")
{
    FakeAsterisk pbx = talking();
    pbx.at(5).says("BlindTransfer", transferred_by("PJSIP/104-c7", "1.3", "6002"));
    CHECK(pbx.only("call_transferred").call_transferred().to_party() == "6002");
}

TEST_CASE("a transfer that failed is none", "[unit][talk]")
{
    FakeAsterisk pbx = talking();
    auto headers = transferred_by("PJSIP/104-c7", "1.3", "111");
    headers.front().second = "Fail";
    pbx.at(5).says("BlindTransfer", headers);
    CHECK(pbx.count("call_transferred") == 0);
    CHECK(pbx.count("call_cleared") == 0);
}

TEST_CASE("an attended transfer explains the completion that came before it", "[unit][talk]")
{
    FakeAsterisk pbx = talking();
    const auto consultation = [](const Headers& more) {
        return FakeAsterisk::channel("Local/111@from-internal-23;2", "1.5", "1.0", more);
    };
    pbx.at(4).says("Newchannel", consultation({}));
    pbx.says("DialBegin", consultation(to(phone_111, "1.6")));
    pbx.at(5).says("DialEnd", consultation(to(phone_111, "1.6", "ANSWER")));
    CHECK(pbx.count("call_established") == 1);  // Consulting is not talking to the caller.

    pbx.at(10).on_caller("AgentComplete", "1.0",
                         of_queue("main-line", "Local/104@agents/n", "agent"));
    pbx.at(10.001).says("AttendedTransfer", {{"Result", "Success"},
                                             {"OrigTransfererChannel", "Local/104@agents-22;1"},
                                             {"OrigTransfererUniqueid", "1.1"},
                                             {"OrigTransfererLinkedid", "1.0"},
                                             {"SecondTransfererUniqueid", "1.1"},
                                             {"SecondTransfererLinkedid", "1.0"},
                                             {"TransfereeUniqueid", "1.0"}});
    CHECK(pbx.only("call_transferred").call_transferred().kind() == v1::CallTransferred::ATTENDED);
    CHECK(pbx.only("call_transferred").call_transferred().to_party() == "pbx1/111");
    CHECK(pbx.only("call_cleared").call_cleared().ended_by() == Cleared::TRANSFER);
    CHECK(pbx.only("call_cleared").call_cleared().talk_ms() == 8'000);
    CHECK(pbx.all("call_established").back().call_established().agent_id() == "pbx1/111");

    pbx.at(13).hangs_up(phone_111, "1.6", "1.0").caller_hangs_up("1.0");
    CHECK(pbx.all("call_cleared").back().call_cleared().talk_ms() == 2'999);
}

TEST_CASE("a consultation in a call of its own is taken over by the caller's call", "[unit][talk]")
{
    FakeAsterisk pbx = talking();
    const auto second = [](const Headers& more) {
        return FakeAsterisk::channel("PJSIP/104-ca", "2.0", "2.0", more);
    };
    pbx.at(4).says("Newchannel", second({{"ChannelState", "4"}, {"Exten", "111"}}));
    pbx.says("DialBegin", second(to(phone_111, "2.1")));
    pbx.at(5).says("DialEnd", second(to(phone_111, "2.1", "ANSWER")));
    pbx.at(9).says("AttendedTransfer", {{"Result", "Success"},
                                        {"OrigTransfererChannel", "PJSIP/104-c7"},
                                        {"OrigTransfererUniqueid", "1.3"},
                                        {"OrigTransfererLinkedid", "1.0"},
                                        {"SecondTransfererUniqueid", "2.0"},
                                        {"SecondTransfererLinkedid", "2.0"}});
    const auto last = pbx.all("call_established").back().call_established();
    CHECK(last.call_id() == "pbx1/1.0");
    CHECK(last.agent_id() == "pbx1/111");
    CHECK(pbx.count("call_cleared") == 2);
}

TEST_CASE("a caller who was rung out from inside goes to a mailbox with a greeting",
          "[unit][route]")
{
    FakeAsterisk pbx = talking();
    pbx.at(5).says("BlindTransfer", transferred_by("PJSIP/104-c7", "1.3", "111"));
    pbx.at(14).begins("1.0", "VoiceMail", "111@default,u");
    const auto reached = pbx.only("voicemail_reached").voicemail_reached();
    CHECK(reached.mailbox_id() == "pbx1/111@default");
    CHECK(reached.greeting_played());
    CHECK(reached.operator_id() == "pbx1/104");
}

TEST_CASE("keys count in a menu only, and from the caller only", "[unit][route]")
{
    FakeAsterisk pbx;
    pbx.at(0).caller("1.0", "0217000019", "0205550100");
    const auto press = [&](const std::string& digit, const std::string& context,
                           const std::string& way) {
        pbx.on_caller("DTMFEnd", "1.0",
                      {{"Digit", digit}, {"Context", context}, {"Direction", way}});
    };
    press("5", "q", "Received");
    press("6", "main-ivr", "Sent");
    press("0", "main-ivr", "Received");
    CHECK(pbx.only("ivr_option_chosen").ivr_option_chosen().option() == "0");
}

TEST_CASE("two mailboxes at once are two places, and s alone plays no greeting", "[unit][route]")
{
    FakeAsterisk pbx;
    pbx.at(0)
        .caller("1.0", "0217000083", "0205550302")
        .begins("1.0", "VoiceMail", "103&105@other,s");
    const auto reached = pbx.all("voicemail_reached");
    REQUIRE(reached.size() == 2);
    CHECK(reached[0].voicemail_reached().mailbox_id() == "pbx1/103@default");
    CHECK(reached[1].voicemail_reached().mailbox_id() == "pbx1/105@other");
    CHECK_FALSE(reached[0].voicemail_reached().greeting_played());
    CHECK(pbx.all("call_routed").size() == 2);
}

TEST_CASE("a caller who is sent out again is routed outside, and nobody called back",
          "[unit][route]")
{
    FakeAsterisk pbx;
    pbx.at(0).caller("1.0", "0217000083", "0205550302");
    auto headers = to("PJSIP/trunk-99", "1.1");
    headers.emplace_back("DialString", "0217000099@trunk");
    pbx.on_caller("DialBegin", "1.0", headers);
    CHECK(pbx.only("call_routed").call_routed().to_kind() == v1::CallRouted::EXTERNAL);
    pbx.at(1).on_caller("DialEnd", "1.0", to("PJSIP/trunk-99", "1.1", "ANSWER"));
    CHECK(pbx.count("outbound_call_established") == 0);
}
