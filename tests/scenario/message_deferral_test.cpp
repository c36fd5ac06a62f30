// Requirements 1.1, items 3 and 7: a caller who wants to be called on a later day, and what a
// supervisor carries over. When is it due, and what does the day say? 2026-11-20 is a Friday.

#include <catch2/catch.hpp>

#include "tests/support/collector.hpp"

using namespace callwatch;
using namespace callwatch::test;
using namespace std::chrono_literals;

namespace {

Collector with_message()
{
    Collector collector;
    collector.at("08:30:00").has_key("anna", Role::staff).has_key("sue", Role::supervisor);
    collector.at("09:00:00").message("m1", from("0217000001"), "101").after(20s).listed("m1");
    return collector;
}

Collector& close_day(Collector& collector)
{
    return collector.at("16:59:59").lists().at("17:00:00").beat();
}

}  // namespace

TEST_CASE("a deferred message is due on the day the caller asked for, and not before",
          "[scenario][people]")
{
    auto collector = with_message();
    collector.at("10:00:00");
    CHECK(collector.defers("sue", "m1", "2026-11-24") == "done");

    close_day(collector);
    CHECK(collector.verdict() == "CLEAR");
    CHECK(collector.day()->due == 0);
    CHECK(collector.day()->deferred == std::vector{collector.the("m1").left.message});
    CHECK_FALSE(collector.the("m1").overdue);

    close_day(collector.on("2026-11-23"));
    CHECK(collector.verdict("2026-11-23") == "CLEAR");
    CHECK(collector.day("2026-11-23")->deferred.empty());

    close_day(collector.on("2026-11-24"));
    CHECK(collector.verdict("2026-11-24") == "VIOLATIONS");
    CHECK(collector.the("m1").overdue);
    CHECK(collector.told_about("overdue").size() == 1);
}

TEST_CASE("a deferred message is returned in time on its new day", "[scenario][people]")
{
    auto collector = with_message();
    collector.at("10:00:00");
    REQUIRE(collector.defers("sue", "m1", "2026-11-23") == "done");
    close_day(collector);
    collector.on("2026-11-23").at("11:00:00").calls_back("101", "0217000001", 60s);
    close_day(collector);
    CHECK(collector.state("m1") == "RETURNED");
    CHECK(collector.verdict("2026-11-23") == "CLEAR");
    CHECK(collector.day("2026-11-23")->returned == 1);
}

TEST_CASE("a deferred message has until the check of its new day, as every message of that day",
          "[scenario][people]")
{
    Collector collector{Policy{.eod_grace = 30min}};
    collector.at("08:30:00").has_key("sue", Role::supervisor);
    collector.at("09:00:00").message("m1", from("0217000001"), "101").after(20s).listed("m1");
    collector.at("10:00:00");
    REQUIRE(collector.defers("sue", "m1", "2026-11-23") == "done");
    collector.on("2026-11-23").at("17:10:00").calls_back("101", "0217000001", 60s);
    collector.at("17:29:59").lists().at("17:30:00").beat();
    CHECK_FALSE(collector.the("m1").overdue);
    CHECK(collector.verdict("2026-11-23") == "CLEAR");
}

TEST_CASE("deferring after the deadline does not take the violation back", "[scenario][people]")
{
    auto collector = with_message();
    close_day(collector).at("17:10:00");
    REQUIRE(collector.verdict() == "VIOLATIONS");
    CHECK(collector.defers("sue", "m1", "2026-11-23") == "done");
    collector.beat();
    CHECK(collector.verdict() == "VIOLATIONS");
    CHECK(collector.the("m1").overdue);

    close_day(collector.on("2026-11-23"));
    CHECK(collector.verdict("2026-11-23") == "VIOLATIONS");
    CHECK(collector.told_about("overdue").size() == 1);
}

TEST_CASE("a message is deferred to a workday after today, not too far away, by a supervisor",
          "[scenario][people]")
{
    auto collector = with_message();
    collector.at("10:00:00");
    CHECK(collector.defers("sue", "m1", "2026-11-20") == "implausible");  // Today.
    CHECK(collector.defers("sue", "m1", "2026-11-21") == "implausible");  // A Saturday.
    CHECK(collector.defers("sue", "m1", "2027-02-22") == "implausible");  // 94 days.
    CHECK(collector.defers("anna", "m1", "2026-11-23") == "not_allowed");
    CHECK(collector.state("m1") == "NEW");
}

TEST_CASE("an attempt before it was deferred counts for nothing on the new day",
          "[scenario][people]")
{
    auto collector = with_message();
    collector.at("09:30:00").rings_out("101", "0217000001", 20s).at("10:00:00");
    REQUIRE(collector.state("m1") == "ATTEMPTED");
    REQUIRE(collector.defers("sue", "m1", "2026-11-23") == "done");
    CHECK(collector.state("m1") == "DEFERRED");
    close_day(collector);
    close_day(collector.on("2026-11-23"));
    CHECK(collector.verdict("2026-11-23") == "VIOLATIONS");
}

TEST_CASE("carrying over needs a reason from a supervisor, and never makes the day clear",
          "[scenario][people]")
{
    auto collector = with_message();
    collector.at("16:50:00");
    CHECK(collector.carries("anna", "m1") == "not_allowed");
    CHECK(collector.carries("sue", "m1") == "done");
    CHECK(collector.state("m1") == "CARRIED");

    close_day(collector);
    CHECK(collector.verdict() == "VIOLATIONS");
    CHECK(collector.the("m1").overdue);
    REQUIRE(collector.day()->open.size() == 1);
    CHECK(collector.day()->open.front().state == "CARRIED");

    collector.on("2026-11-23").at("09:00:00").calls_back("101", "0217000001", 60s);
    close_day(collector);
    CHECK(collector.state("m1") == "RETURNED");
    CHECK(collector.verdict("2026-11-23") == "CLEAR");
}

TEST_CASE("only what is due can be carried over", "[scenario][people]")
{
    auto collector = with_message();
    collector.at("17:30:00").message("late", from("0217000009"), "101").at("17:40:00");
    CHECK(collector.carries("sue", "late") == "implausible");
}

TEST_CASE("carrying over a second time, after the check, does not bring back an attempt",
          "[scenario][people]")
{
    auto collector = with_message();
    collector.at("15:00:00").rings_out("101", "0217000001", 20s).at("16:00:00");
    REQUIRE(collector.state("m1") == "ATTEMPTED");
    REQUIRE(collector.carries("sue", "m1") == "done");
    close_day(collector).at("17:10:00");
    REQUIRE(collector.verdict() == "VIOLATIONS");
    CHECK(collector.carries("sue", "m1") == "done");
    collector.beat();
    CHECK(collector.verdict() == "VIOLATIONS");
    CHECK(collector.the("m1").state_before(collector.now()) == DutyState::carried);
}
