// A caller asks the menu or a queue to be called, without a message (requirements 1.1; "all calls",
// items 6 and 7): is that the same duty as a message?

#include <catch2/catch.hpp>

#include "tests/support/collector.hpp"

using namespace callwatch;
using namespace callwatch::test;
using namespace std::chrono_literals;

TEST_CASE("a request is due the same workday and closed by a call", "[scenario][returns]")
{
    Collector collector;
    collector.at("09:00:00").asks_for_call("r1", from("0217000031"));
    collector.at("16:50:00").asks_for_call("r2", from("0217000032"));
    CHECK(describe(collector.the_request("r1").due_date()) == "2026-11-20");
    CHECK(collector.the_request("r2").left.late_arrival);
    collector.at("16:55:00").calls_back("102", "0217000031", 30s);
    CHECK(collector.the_request("r1").state() == DutyState::returned);
    collector.lists().at("17:00:00").beat().tick();
    CHECK(collector.the_request("r2").overdue);
    CHECK(collector.verdict() == "VIOLATIONS");
}

TEST_CASE("a request that is told again is one duty", "[scenario][returns]")
{
    Collector collector;
    collector.at("09:00:00").asks_for_call("r1", from("0217000031"));
    collector.at("09:05:00").asks_for_call("r1", from("0217000031"));
    CHECK(collector.board().messages().all().size() == 1);
    CHECK(collector.restart().board().messages().all().size() == 1);
}

TEST_CASE("everybody of the location may say what became of a request, nobody else",
          "[scenario][returns]")
{
    Collector collector;
    collector.at("08:00:00").has_key("ben", Role::staff).has_key("dora", Role::staff);
    collector.at("09:00:00").asks_for_call("r1", from("0217000031"));
    const ResolveMessage served{
        collector.the_request("r1").left.message, ResolveReason::caller_reached, {}};
    CHECK(collector.asks("dora", served) == "not_allowed");
    CHECK(collector.asks("ben", served) == "done");
    collector.at("16:55:00").lists().at("17:00:00").beat().tick();
    CHECK(collector.verdict() == "CLEAR");
}

TEST_CASE("a source of several locations has to say which", "[scenario][returns]")
{
    Collector collector;
    collector.at("09:00:00")
        .says(CallbackRequested{
            .item = {"pbx1/r1"}, .location = {}, .caller = from("0217000031"), .owner = {}});
    CHECK(collector.board().messages().all().empty());
    CHECK(collector.told_about("refused: malformed").size() == 1);
}
