// Telephone Customer Service Standards, item 4, "between 3:30 and 5:00 today": is a promise that
// was not kept said once, at its end, and is one that was kept not?

#include <catch2/catch.hpp>

#include "tests/support/collector.hpp"

using namespace callwatch;
using namespace callwatch::test;
using namespace std::chrono_literals;
using Lines = std::vector<std::string>;

namespace {

/// Anna's greeting promises a call between 15:00 and 16:00.
Collector office(Policy policy = {})
{
    Collector collector{policy};
    collector.at("08:00:00").has_key("sue", Role::supervisor).has_key("anna", Role::staff);
    REQUIRE(collector.attests_in_office("anna", "101", "15:00", "16:00") == "done");
    return collector;
}

}  // namespace

TEST_CASE("a promise is missed at its end, once, and the deadline stays", "[scenario][promise]")
{
    auto collector = office();
    collector.at("10:00:00").message("m1", from("0217000031"), "101");
    CHECK(collector.at("15:59:59").beat().tick().told_about("PROMISE").empty());
    collector.at("16:00:00").beat().tick().at("16:30:00").beat().tick().restart().beat().tick();
    CHECK(collector.told_about("PROMISE") ==
          Lines{"22:00:00.000 pbx1/101@default#m1 PROMISE_MISSED"});
    CHECK_FALSE(collector.the("m1").overdue);
    CHECK(collector.at("17:00:00").beat().tick().the("m1").overdue);
}

TEST_CASE("a call back before the end keeps it, also an early one", "[scenario][promise]")
{
    auto collector = office();
    collector.at("10:00:00").message("m1", from("0217000031"), "101");
    collector.at("11:00:00").calls_back("101", "0217000031", 30s);
    collector.at("16:00:00").beat().tick();
    CHECK(collector.told_about("PROMISE_MISSED").empty());
    CHECK(collector.told_about("promise kept").size() == 1);
}

TEST_CASE("a call back at the end of the hours is too late", "[scenario][promise]")
{
    auto collector = office();
    collector.at("10:00:00").message("m1", from("0217000031"), "101");
    collector.at("16:00:00").calls_back("101", "0217000031", 30s).beat().tick();
    CHECK(collector.told_about("PROMISE_MISSED").size() == 1);
}

TEST_CASE("an attempt keeps it where the policy lets a ring-out count", "[scenario][promise]")
{
    Policy policy;
    const bool counts = GENERATE(true, false);
    policy.no_answer = counts ? Policy::NoAnswer::counts : Policy::NoAnswer::does_not_count;
    auto collector = office(policy);
    collector.at("10:00:00").message("m1", from("0217000031"), "101");
    collector.at("15:10:00").rings_out("101", "0217000031", 20s);
    collector.at("16:00:00").beat().tick();
    CHECK(collector.told_about("PROMISE_MISSED").size() == (counts ? 0 : 1));
}

TEST_CASE("a caller's wish for a later day, or none, ends the promise", "[scenario][promise]")
{
    auto collector = office();
    collector.at("10:00:00").message("m1", from("0217000031"), "101");
    collector.message("m2", from("0217000032"), "101");
    CHECK(collector.defers("sue", "m1", "2026-11-24") == "done");
    CHECK(collector.resolves("anna", "m2", ResolveReason::wrong_number) == "done");
    collector.at("16:00:00").beat().tick();
    CHECK(collector.told_about("PROMISE_MISSED").empty());
}

TEST_CASE("hours that were over when the caller rang promise nothing", "[scenario][promise]")
{
    auto collector = office();
    collector.at("16:00:00").message("m1", from("0217000031"), "101");
    collector.message("m2", from("0217000032"), "102");  // Ben's greeting says nothing we know.
    CHECK(collector.told_about("promised").empty());
    collector.at("17:30:00").message("m3", from("0217000033"), "101");  // Due on Monday.
    CHECK(collector.told_about("promised") ==
          Lines{"21:00:00.000 pbx1/101@default#m3 promised a call until "
                "2026-11-23T22:00:00.000000Z"});
}

TEST_CASE("what a greeting said later was not promised", "[scenario][promise]")
{
    Collector collector;
    collector.at("08:00:00").has_key("anna", Role::staff);
    collector.at("10:00:00").message("m1", from("0217000031"), "101");
    REQUIRE(collector.at("10:05:00").attests_in_office("anna", "101", "15:00", "16:00") == "done");
    collector.at("16:00:00").beat().tick();
    CHECK(collector.told_about("promise").empty());
    CHECK(collector.told_about("PROMISE").empty());
}

TEST_CASE("it is not judged while a source may still tell of a return", "[scenario][promise]")
{
    auto collector = office();
    collector.at("10:00:00").message("m1", from("0217000031"), "101");
    collector.at("16:00:00").tick();
    CHECK(collector.told_about("PROMISE_MISSED").empty());
    collector.at("16:00:05").beat().tick();
    CHECK(collector.told_about("PROMISE_MISSED").size() == 1);
}

TEST_CASE("by policy what is left for somebody away is due when she says she is back",
          "[scenario][promise]")
{
    Policy policy;
    const bool waits = GENERATE(true, false);
    policy.absent_due =
        waits ? Policy::AbsentDue::promised_return_day : Policy::AbsentDue::same_workday;
    Collector collector{policy};
    collector.at("08:00:00").has_key("sue", Role::supervisor);
    REQUIRE(collector.records_absence("sue", "anna", "08:00:00", "ben") == "done");
    REQUIRE(collector.attests_away("sue", "101", "2026-11-24", "0") == "done");
    collector.at("10:00:00").message("m1", from("0217000031"), "101");
    CHECK(describe(collector.the("m1").due_date()) == (waits ? "2026-11-24" : "2026-11-20"));
}
