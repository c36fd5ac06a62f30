// Is a call to a customer told with who called, whom, when and how it ended? It is the evidence
// that a message was returned (requirement TS-3).

#include <catch2/catch.hpp>

#include "tests/support/asterisk_vocabulary.hpp"

using namespace callwatch;
using callwatch::test::FakeAsterisk;
using callwatch::test::Headers;
using Failed = v1::OutboundCallFailed;

namespace {

Headers staff(const Headers& more)
{
    return FakeAsterisk::channel("PJSIP/106-09", "1.0", "1.0", more);
}

/// 106 dials `exten` at second 0; the trunk is asked for `sent` at second 1.
FakeAsterisk dialling(const std::string& exten, const std::string& sent)
{
    FakeAsterisk pbx;
    pbx.at(0).says("Newchannel",
                   staff({{"ChannelState", "4"}, {"CallerIDNum", "106"}, {"Exten", exten}}));
    pbx.at(0.9).says("Newchannel", FakeAsterisk::channel("PJSIP/trunk-0a", "1.1", "1.0",
                                                         {{"ChannelState", "0"}, {"Exten", "s"}}));
    // The caller id was overridden by now.
    pbx.at(1).says("DialBegin", staff({{"CallerIDNum", "0205550100"},
                                       {"DestChannel", "PJSIP/trunk-0a"},
                                       {"DestUniqueid", "1.1"},
                                       {"DialString", sent + "@trunk"}}));
    return pbx;
}

void ends(FakeAsterisk& pbx, const std::string& status, const std::string& trunk_leg = "1.1")
{
    pbx.says("DialEnd", staff({{"DestChannel", "PJSIP/trunk-0a"},
                               {"DestUniqueid", trunk_leg},
                               {"DialStatus", status}}));
}

}  // namespace

TEST_CASE("an answered call out tells who, whom, ringing and talk", "[unit][outbound]")
{
    FakeAsterisk pbx = dialling("90217000001", "0217000001");
    pbx.at(3);
    ends(pbx, "ANSWER");
    const auto event = pbx.only("outbound_call_established");
    const auto& up = event.outbound_call_established();
    CHECK(up.call_id() == "pbx1/1.0");
    CHECK(up.agent_id() == "pbx1/106");
    CHECK(up.dialled().e164() == "+64217000001");
    CHECK(up.dialled().raw() == "90217000001");
    CHECK(up.dialled().rule() == "nz/1:outside-prefix");
    CHECK(up.started_at_us() == FakeAsterisk::us(1));
    CHECK(up.ring_ms() == 2'000);
    CHECK(up.answered_by() == v1::OutboundCallEstablished::UNKNOWN);
    CHECK(event.occurred_at_us() == FakeAsterisk::us(3));

    pbx.at(7.7).hangs_up("PJSIP/trunk-0a", "1.1", "1.0");
    const auto over = pbx.only("outbound_call_cleared").outbound_call_cleared();
    CHECK(over.call_id() == "pbx1/1.0");
    CHECK(over.talk_ms() == 4'700);
    CHECK(over.established_at_us() == FakeAsterisk::us(3));
    CHECK(over.dialled().e164() == "+64217000001");
    // The trunk's channel is no caller of ours.
    CHECK(pbx.count("call_arrived") == 0);
    CHECK(pbx.count("call_cleared") == 0);
}

TEST_CASE("a call out that is not answered tells why, from the dial and from the hang-up",
          "[unit][outbound]")
{
    const auto [status, cause, result] = GENERATE(table<std::string, std::string, Failed::Result>({
        {"CANCEL", "19", Failed::CANCELLED},
        {"BUSY", "17", Failed::BUSY},
        {"NOANSWER", "0", Failed::NO_ANSWER},
        {"NOANSWER", "19", Failed::NO_ANSWER},
        {"NOANSWER", "21", Failed::REJECTED},
        {"NOANSWER", "17", Failed::BUSY},
        {"NOANSWER", "1", Failed::FAILED},
        {"CHANUNAVAIL", "20", Failed::FAILED},
        {"CONGESTION", "34", Failed::FAILED},
    }));
    FakeAsterisk pbx = dialling("0217000010", "0217000010");
    pbx.at(12);
    ends(pbx, status);
    ends(pbx, "CANCEL");
    CHECK(pbx.count("outbound_call_failed") == 0);
    pbx.at(12.002).hangs_up("PJSIP/trunk-0a", "1.1", "1.0", cause);
    const auto event = pbx.only("outbound_call_failed");
    CHECK(event.outbound_call_failed().result() == result);
    CHECK(event.outbound_call_failed().ring_ms() == 11'000);
    CHECK(event.outbound_call_failed().started_at_us() == FakeAsterisk::us(1));
    CHECK(event.outbound_call_failed().agent_id() == "pbx1/106");
    CHECK(event.occurred_at_us() == FakeAsterisk::us(12));
    CHECK(pbx.count("outbound_call_cleared") == 0);
}

TEST_CASE("a failed call whose hang-up is not seen is told all the same", "[unit][outbound]")
{
    FakeAsterisk pbx = dialling("0217000010", "0217000010");
    pbx.at(12);
    ends(pbx, "NOANSWER");
    CHECK(asterisk::micros(*pbx.translator().as_of()) < FakeAsterisk::us(12));
    pbx.at(15).says("PeerStatus", {});
    CHECK(pbx.only("outbound_call_failed").outbound_call_failed().result() == Failed::NO_ANSWER);
}

TEST_CASE("a call back from the voicemail menu is known by what was dialled, not by the extension",
          "[unit][outbound]")
{
    FakeAsterisk pbx = dialling("*97", "0217000092");
    pbx.at(2);
    ends(pbx, "ANSWER");
    const auto up = pbx.only("outbound_call_established").outbound_call_established();
    CHECK(up.dialled().e164() == "+64217000092");
    CHECK(up.dialled().raw() == "0217000092");
    CHECK(up.agent_id() == "pbx1/106");
}

TEST_CASE("a second number on the same channel is a second call", "[unit][outbound]")
{
    FakeAsterisk pbx = dialling("*97", "0217000092");
    pbx.at(2);
    ends(pbx, "BUSY");
    pbx.hangs_up("PJSIP/trunk-0a", "1.1", "1.0", "17");
    pbx.at(5).says("DialBegin", staff({{"DestChannel", "PJSIP/trunk-0b"},
                                       {"DestUniqueid", "1.2"},
                                       {"DialString", "PJSIP/0217000093@trunk"}}));
    ends(pbx, "ANSWER", "1.2");
    CHECK(pbx.only("outbound_call_failed").outbound_call_failed().call_id() == "pbx1/1.0");
    const auto up = pbx.only("outbound_call_established").outbound_call_established();
    CHECK(up.call_id() == "pbx1/1.0#2");
    CHECK(up.dialled().e164() == "+64217000093");
}

TEST_CASE("a number withheld on the way in cannot be dialled on the way out", "[unit][outbound]")
{
    FakeAsterisk pbx = dialling("*97", "anonymous");
    pbx.at(2);
    ends(pbx, "ANSWER");
    CHECK(pbx.only("outbound_call_established").outbound_call_established().dialled().withheld());
}

// ---- calls to colleagues

namespace {

/// 102 dials the extension `to` at second 0; its telephone rings from second 1 on.
FakeAsterisk dialling_inside(const std::string& to, const Headers& more = {})
{
    FakeAsterisk pbx;
    const auto from = [](const Headers& headers) {
        return FakeAsterisk::channel("PJSIP/102-01", "2.0", "2.0", headers);
    };
    pbx.at(0).says("Newchannel",
                   from({{"ChannelState", "4"}, {"CallerIDNum", "102"}, {"Exten", to}}));
    for (const auto& [application, data] : more)
        pbx.says("Newexten", from({{"Application", application}, {"AppData", data}}));
    pbx.at(0.9).says("Newchannel", FakeAsterisk::channel("PJSIP/" + to + "-02", "2.1", "2.0",
                                                         {{"ChannelState", "0"}}));
    pbx.at(1).says("DialBegin", from({{"DestChannel", "PJSIP/" + to + "-02"},
                                      {"DestUniqueid", "2.1"},
                                      {"DialString", to}}));
    return pbx;
}

void inside_ends(FakeAsterisk& pbx, const std::string& to, const std::string& status)
{
    pbx.says("DialEnd", FakeAsterisk::channel("PJSIP/102-01", "2.0", "2.0",
                                              {{"DestChannel", "PJSIP/" + to + "-02"},
                                               {"DestUniqueid", "2.1"},
                                               {"DialStatus", status}}));
}

}  // namespace

TEST_CASE("an answered call to a colleague tells the extension that was dialled",
          "[unit][outbound]")
{
    FakeAsterisk pbx = dialling_inside("112");
    pbx.at(3);
    inside_ends(pbx, "112", "ANSWER");
    const auto up = pbx.only("outbound_call_established").outbound_call_established();
    CHECK(up.agent_id() == "pbx1/102");
    CHECK(up.dialled().extension() == "112");
    CHECK(up.dialled().e164().empty());
    CHECK(up.ring_ms() == 2'000);
    pbx.at(13).hangs_up("PJSIP/112-02", "2.1", "2.0");
    CHECK(pbx.only("outbound_call_cleared").outbound_call_cleared().talk_ms() == 10'000);
}

TEST_CASE("a colleague who does not answer was rung", "[unit][outbound]")
{
    FakeAsterisk pbx = dialling_inside("112");
    pbx.at(17);
    inside_ends(pbx, "112", "NOANSWER");
    pbx.at(17.1).hangs_up("PJSIP/112-02", "2.1", "2.0", "0");
    const auto failed = pbx.only("outbound_call_failed").outbound_call_failed();
    CHECK(failed.result() == v1::OutboundCallFailed::NO_ANSWER);
    CHECK(failed.dialled().extension() == "112");
    CHECK(failed.ring_ms() == 16'000);
}

TEST_CASE("a call to an operator, or out of a queue, returns nobody's message", "[unit][outbound]")
{
    FakeAsterisk to_operator = dialling_inside("100");
    inside_ends(to_operator, "100", "ANSWER");
    CHECK(to_operator.count("outbound_call_established") == 0);
    FakeAsterisk in_queue = dialling_inside("112", {{"Queue", "fapo,t"}});
    inside_ends(in_queue, "112", "ANSWER");
    CHECK(in_queue.count("outbound_call_established") == 0);
}

TEST_CASE("a caller from outside who reaches a telephone is nobody's call back", "[unit][outbound]")
{
    FakeAsterisk pbx;
    pbx.at(0).caller("1.0", "0217000010", "0205550106");
    pbx.on_caller("DialBegin", "1.0", {{"DestChannel", "PJSIP/106-02"}, {"DestUniqueid", "1.1"}});
    pbx.at(3).on_caller(
        "DialEnd", "1.0",
        {{"DestChannel", "PJSIP/106-02"}, {"DestUniqueid", "1.1"}, {"DialStatus", "ANSWER"}});
    CHECK(pbx.count("call_established") == 1);
    CHECK(pbx.count("outbound_call_established") == 0);
}
