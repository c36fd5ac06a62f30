// Is it told truly how a caller left a queue, and whose telephone rang meanwhile? Orders of
// messages are those of a real Asterisk 22.

#include <catch2/catch.hpp>

#include "tests/support/asterisk_vocabulary.hpp"

using namespace callwatch;
using callwatch::test::FakeAsterisk;
using Dequeued = v1::CallDequeued;
using OfferFailed = v1::CallOfferFailed;

namespace {

FakeAsterisk waiting()
{
    FakeAsterisk pbx;
    pbx.at(0).caller("1.0", "0217000010", "0205550201");
    pbx.at(1).begins("1.0", "Queue", "main-line,tTc,,,25").joins("1.0", "main-line", "0217000010");
    return pbx;
}

test::Headers member(const std::string& leg, const std::string& uniqueid,
                     const std::string& interface)
{
    return {{"DestChannel", leg},
            {"DestUniqueid", uniqueid},
            {"Queue", "main-line"},
            {"Interface", interface},
            {"MemberName", "Alice Wright"},
            // Before an answer this is the number the caller dialled.
            {"DestCallerIDNum", "0205550201"}};
}

void rings_109(FakeAsterisk& pbx)
{
    pbx.on_caller("AgentCalled", "1.0", member("PJSIP/109-20", "1.1", "PJSIP/109"));
    pbx.on_caller("DialBegin", "1.0", {{"DestChannel", "PJSIP/109-20"}, {"DestUniqueid", "1.1"}});
}

void dial_ends(FakeAsterisk& pbx, const std::string& status)
{
    pbx.on_caller(
        "DialEnd", "1.0",
        {{"DestChannel", "PJSIP/109-20"}, {"DestUniqueid", "1.1"}, {"DialStatus", status}});
}

}  // namespace

TEST_CASE("a caller in a queue is told with number, dialled number and depth", "[unit][queue]")
{
    const FakeAsterisk pbx = waiting();
    const auto event = pbx.only("call_queued");
    const auto& queued = event.call_queued();
    CHECK(queued.call_id() == "pbx1/1.0");
    CHECK(queued.queue_id() == "pbx1/main-line");
    CHECK(queued.caller().e164() == "+64217000010");
    CHECK(queued.called().e164() == "+64205550201");
    CHECK(queued.position() == 1);
    CHECK(queued.depth_after() == 1);
    CHECK(event.occurred_at_us() == FakeAsterisk::us(1));
    CHECK(event.correlation_id() == "1.0");
    CHECK(event.native_type() == "QueueCallerJoin");
    CHECK(event.native_ref() == "1.0");
    CHECK(event.origin() == v1::ORIGIN_REPLAY);
}

TEST_CASE("an abandonment is one only when the channel hangs up", "[unit][queue]")
{
    FakeAsterisk pbx = waiting();
    pbx.at(11).abandons("1.0", "main-line").leaves("1.0", "main-line");
    CHECK(pbx.count("call_dequeued") == 0);
    pbx.at(11.004).caller_hangs_up("1.0");
    const auto event = pbx.only("call_dequeued");
    CHECK(event.call_dequeued().cause() == Dequeued::ABANDONED);
    CHECK(event.call_dequeued().wait_ms() == 10'000);
    CHECK(event.call_dequeued().position() == 2);
    CHECK(event.call_dequeued().original_position() == 3);
    CHECK(event.occurred_at_us() == FakeAsterisk::us(11));
}

TEST_CASE("the abandon event of a time-out, an empty queue or a withdrawal is none",
          "[unit][queue]")
{
    const auto [status, cause] = GENERATE(table<std::string, Dequeued::Cause>({
        {"TIMEOUT", Dequeued::TIMEOUT},
        {"LEAVEEMPTY", Dequeued::EMPTY},
        {"LEAVEUNAVAIL", Dequeued::EMPTY},
        {"WITHDRAW", Dequeued::WITHDRAWN},
        {"SOMETHINGNEW", Dequeued::UNKNOWN},
    }));
    FakeAsterisk pbx = waiting();
    pbx.at(26).abandons("1.0", "main-line").leaves("1.0", "main-line");
    pbx.on_caller("VarSet", "1.0", {{"Variable", "QUEUESTATUS"}, {"Value", status}});
    pbx.at(27).caller_hangs_up("1.0");
    CHECK(pbx.only("call_dequeued").call_dequeued().cause() == cause);
    CHECK(pbx.only("call_dequeued").call_dequeued().wait_ms() == 25'000);
}

TEST_CASE("leaving without abandon and without answer is the exit key", "[unit][queue]")
{
    FakeAsterisk pbx = waiting();
    // The extension changes while the queue still runs: that is no application that begins.
    pbx.at(4.9).begins("1.0", "Queue", "main-line,tTc,,,25");
    CHECK(pbx.count("call_dequeued") == 0);
    pbx.at(5).leaves("1.0", "main-line");
    pbx.at(5.001).begins("1.0", "Goto", "operator,100,1");
    CHECK(pbx.only("call_dequeued").call_dequeued().cause() == Dequeued::EXIT_KEY);
    CHECK(pbx.only("call_dequeued").occurred_at_us() == FakeAsterisk::us(5));
    CHECK(pbx.count("call_routed") == 1);
}

TEST_CASE("the key by which a caller leaves a queue is an option chosen", "[unit][queue]")
{
    FakeAsterisk pbx = waiting();
    pbx.at(5).leaves("1.0", "main-line");
    pbx.at(5.001).on_caller("Newexten", "1.0",
                            {{"Context", "qexit-main-line"},
                             {"Exten", "0"},
                             {"Extension", "0"},
                             {"Application", "Goto"},
                             {"AppData", "operator,100,1"}});
    CHECK(pbx.only("ivr_option_chosen").ivr_option_chosen().option() == "0");
    CHECK(pbx.only("ivr_option_chosen").ivr_option_chosen().call_id() == "pbx1/1.0");
}

TEST_CASE("an answered call is told when the agent is connected, never by its leaving",
          "[unit][queue]")
{
    FakeAsterisk pbx = waiting();
    pbx.at(1.1);
    rings_109(pbx);
    pbx.at(3);
    dial_ends(pbx, "ANSWER");
    pbx.leaves("1.0", "main-line");
    CHECK(pbx.count("call_dequeued") == 0);
    pbx.at(3.001).on_caller("AgentConnect", "1.0", member("PJSIP/109-20", "1.1", "PJSIP/109"));
    CHECK(pbx.only("call_dequeued").call_dequeued().cause() == Dequeued::ANSWERED);
    CHECK(pbx.only("call_dequeued").call_dequeued().wait_ms() == 2'001);
    const auto established = pbx.only("call_established").call_established();
    CHECK(established.agent_id() == "pbx1/109");
    CHECK(established.queue_id() == "pbx1/main-line");
    CHECK(established.wait_ms() == 2'001);
    CHECK(established.ring_ms() == 1'900);
    CHECK(established.direction() == v1::INBOUND);
    // VarSet CONTINUE after the talk says nothing about the queue any more.
    pbx.at(9).on_caller("VarSet", "1.0", {{"Variable", "QUEUESTATUS"}, {"Value", "CONTINUE"}});
    CHECK(pbx.count("call_dequeued") == 1);
}

TEST_CASE("what came after leaving is not waited for without end", "[unit][queue]")
{
    FakeAsterisk pbx = waiting();
    pbx.at(11).abandons("1.0", "main-line").leaves("1.0", "main-line");
    pbx.at(15).says("PeerStatus", {});
    CHECK(pbx.count("call_dequeued") == 0);
    pbx.at(17).says("PeerStatus", {});
    CHECK(pbx.only("call_dequeued").call_dequeued().cause() == Dequeued::UNKNOWN);
    CHECK(pbx.only("call_dequeued").occurred_at_us() == FakeAsterisk::us(11));
}

TEST_CASE("the watermark does not pass a departure that is held", "[unit][queue]")
{
    FakeAsterisk pbx = waiting();
    pbx.at(11).abandons("1.0", "main-line");
    pbx.at(12).says("PeerStatus", {});
    CHECK(asterisk::micros(*pbx.translator().as_of()) == FakeAsterisk::us(11) - 1);
    pbx.at(12).caller_hangs_up("1.0");
    CHECK(asterisk::micros(*pbx.translator().as_of()) == FakeAsterisk::us(12));
}

TEST_CASE("a caller who is refused at the door was never in the queue", "[unit][queue]")
{
    const auto [status, reason] = GENERATE(table<std::string, v1::CallBlocked::Reason>({
        {"JOINEMPTY", v1::CallBlocked::JOIN_EMPTY},
        {"FULL", v1::CallBlocked::FULL},
    }));
    FakeAsterisk pbx;
    pbx.at(0)
        .caller("1.0", "0217000010", "0205550204")
        .begins("1.0", "Queue", "after-hours,t,,,25");
    pbx.on_caller("VarSet", "1.0",
                  {{"Variable", "QUEUESTATUS"}, {"Value", status}, {"CallerIDNum", "0217000010"}});
    const auto blocked = pbx.only("call_blocked").call_blocked();
    CHECK(blocked.queue_id() == "pbx1/after-hours");
    CHECK(blocked.call_id() == "pbx1/1.0");
    CHECK(blocked.caller().e164() == "+64217000010");
    CHECK(blocked.reason() == reason);
    CHECK(pbx.count("call_dequeued") == 0);
}

TEST_CASE("a transferred call that waits again on a Local channel is the caller's call",
          "[unit][queue]")
{
    FakeAsterisk pbx = waiting();
    const auto local = FakeAsterisk::channel("Local/101@agents-04;2", "1.2", "1.0",
                                             {{"CallerIDNum", "0217000010"},
                                              {"Queue", "employer-services"},
                                              {"Position", "1"},
                                              {"Count", "2"}});
    pbx.at(2).says("Newchannel", local);
    pbx.at(3).says("QueueCallerJoin", local);
    const auto queued = pbx.all("call_queued").back().call_queued();
    CHECK(queued.call_id() == "pbx1/1.0");
    CHECK(queued.queue_id() == "pbx1/employer-services");
    CHECK(queued.caller().e164() == "+64217000010");
    CHECK(queued.depth_after() == 2);
}

TEST_CASE("an offer that rings out is told once, with its ring time", "[unit][offer]")
{
    FakeAsterisk pbx = waiting();
    pbx.at(1.1);
    rings_109(pbx);
    CHECK(pbx.only("call_offered").call_offered().agent_id() == "pbx1/109");
    CHECK(pbx.only("call_offered").call_offered().device_id() == "pbx1/109");
    pbx.at(7.1).on_caller(
        "AgentRingNoAnswer", "1.0",
        {{"DestUniqueid", "1.1"}, {"Interface", "PJSIP/109"}, {"RingTime", "6000"}});
    dial_ends(pbx, "NOANSWER");
    dial_ends(pbx, "CANCEL");
    pbx.at(7.102).hangs_up("PJSIP/109-20", "1.1", "1.0", "0");
    const auto event = pbx.only("call_offer_failed");
    CHECK(event.call_offer_failed().reason() == OfferFailed::NO_ANSWER);
    CHECK(event.call_offer_failed().ring_ms() == 6'000);
    CHECK(event.occurred_at_us() == FakeAsterisk::us(7.1));
    // A queue's ringing is no direct call to somebody.
    CHECK(pbx.all("call_routed").size() == 1);
}

TEST_CASE("why an offer failed is in the hang-up of the member's channel", "[unit][offer]")
{
    const auto [status, cause, reason] =
        GENERATE(table<std::string, std::string, OfferFailed::Reason>({
            {"CANCEL", "0", OfferFailed::CANCELLED},
            {"BUSY", "17", OfferFailed::BUSY},
            {"NOANSWER", "17", OfferFailed::BUSY},
            {"NOANSWER", "21", OfferFailed::REJECTED},
            {"NOANSWER", "19", OfferFailed::NO_ANSWER},
            {"CHANUNAVAIL", "20", OfferFailed::UNREGISTERED},
            {"CONGESTION", "0", OfferFailed::UNREGISTERED},
        }));
    FakeAsterisk pbx = waiting();
    pbx.at(1.1);
    rings_109(pbx);
    pbx.at(4.1);
    dial_ends(pbx, status);
    CHECK(pbx.count("call_offer_failed") == 0);
    pbx.hangs_up("PJSIP/109-20", "1.1", "1.0", cause);
    CHECK(pbx.only("call_offer_failed").call_offer_failed().reason() == reason);
    CHECK(pbx.only("call_offer_failed").call_offer_failed().ring_ms() == 3'000);
}

TEST_CASE("a member behind a Local channel is one offer and one talk, not four", "[unit][offer]")
{
    FakeAsterisk pbx = waiting();
    const std::string one = "Local/101@agents-04;1", two = "Local/101@agents-04;2";
    const test::Headers inner{{"DestChannel", "PJSIP/101-1c"}, {"DestUniqueid", "1.3"}};
    pbx.at(1.1).says("Newchannel", FakeAsterisk::channel(one, "1.1", "1.0"));
    pbx.says("Newchannel", FakeAsterisk::channel(two, "1.2", "1.0"));
    pbx.on_caller("AgentCalled", "1.0", member(one, "1.1", "Local/101@agents/n"));
    pbx.on_caller("DialBegin", "1.0", {{"DestChannel", one}, {"DestUniqueid", "1.1"}});
    pbx.says("Newchannel", FakeAsterisk::channel("PJSIP/101-1c", "1.3", "1.0"));
    pbx.says("DialBegin", FakeAsterisk::channel(two, "1.2", "1.0", inner));
    auto answered = inner;
    answered.emplace_back("DialStatus", "ANSWER");
    pbx.at(2.1).says("DialEnd", FakeAsterisk::channel(two, "1.2", "1.0", answered));
    pbx.on_caller("DialEnd", "1.0",
                  {{"DestChannel", one}, {"DestUniqueid", "1.1"}, {"DialStatus", "ANSWER"}});
    pbx.leaves("1.0", "main-line");
    pbx.on_caller("AgentConnect", "1.0", member(one, "1.1", "Local/101@agents/n"));

    CHECK(pbx.count("call_arrived") == 1);
    CHECK(pbx.only("call_offered").call_offered().agent_id() == "pbx1/101");
    CHECK(pbx.only("call_established").call_established().agent_id() == "pbx1/101");
    CHECK(pbx.only("call_established").call_established().ring_ms() == 1'000);
    CHECK(pbx.count("call_routed") == 1);
}
