// Organisation and policy change only by a manager's command (requirements, section 6), and numbers
// are shown only when that is on record. What becomes of messages that are open meanwhile?

#include <catch2/catch.hpp>

#include "tests/support/collector.hpp"

using namespace callwatch;
using namespace callwatch::test;
using Lines = std::vector<std::string>;

TEST_CASE("a manager applies a configuration, and what changes is on record", "[scenario][config]")
{
    Collector collector;
    collector.at("08:00:00").has_key("mia", Role::manager).has_key("sue", Role::supervisor);
    CHECK(collector.applies_config("sue", "2") == "not_allowed");
    CHECK(collector.applies_config("mia", "2") == "done");
    CHECK(collector.applies_config("mia", "2") == "already_closed");
    const auto& applied = collector.board().roster().configuration();
    REQUIRE(applied.has_value());
    CHECK(applied->by == PersonId{"mia"});
    CHECK(applied->binding);
    CHECK(applied->changes == std::vector<ConfigChange>{{"policy: min_talk_s: 5 -> 10"}});
}

TEST_CASE("what a process starts with is on record, once", "[scenario][config]")
{
    Collector collector;
    CHECK(collector.board().roster().configuration()->organisation_version == "organisation-1");
    collector.restart();
    CHECK(collector.told_about("applied by").empty());
    collector.organisation().version = "organisation-2";
    collector.restart();
    CHECK(collector.told_about("applied by the files").size() == 1);
}

TEST_CASE("open messages are due as another calendar says, and closed ones stay",
          "[scenario][config]")
{
    Collector collector;
    collector.at("08:00:00").has_key("anna", Role::staff).has_key("sue", Role::supervisor);
    collector.at("09:00:00").message("m1", from("0217000031"), "101");
    collector.message("m2", from("0217000032"), "101").message("m3", from("0217000033"), "101");
    REQUIRE(collector.resolves("anna", "m2", ResolveReason::spam) == "done");
    REQUIRE(collector.defers("sue", "m3", "2026-11-24") == "done");
    // The office closes for the rest of the day.
    auto& northside = collector.organisation().locations[1];
    northside.exceptions[parse_local_date("2026-11-20").value()] = std::nullopt;
    collector.organisation().version = "organisation-2";
    collector.at("10:00:00").restart();
    CHECK(collector.told_about("instead of") ==
          Lines{"16:00:00.000 pbx1/101@default#m1 due 2026-11-23T23:00:00.000000Z instead of "
                "2026-11-20T23:00:00.000000Z"});
    CHECK(describe(collector.the("m1").due_date()) == "2026-11-23");
    CHECK(describe(collector.the("m3").due_date()) == "2026-11-24");
    collector.at("17:00:00").beat().tick();
    CHECK_FALSE(collector.the("m1").overdue);
    collector.on("2026-11-23").at("17:00:00").beat().tick();
    CHECK(collector.the("m1").overdue);
}

TEST_CASE("the check may come at a fixed time after close, and deadlines with it",
          "[scenario][config]")
{
    Policy policy;
    policy.eod_check_time = std::chrono::hours{17} + std::chrono::minutes{30};
    Collector collector{policy};
    collector.at("09:00:00").message("m1", from("0217000031"), "101");
    collector.at("17:29:59").beat().tick();
    CHECK_FALSE(collector.the("m1").overdue);
    CHECK(collector.day() == nullptr);
    collector.at("17:30:00").beat().tick();
    CHECK(collector.the("m1").overdue);
    CHECK(collector.verdict() == "VIOLATIONS");
}

TEST_CASE("a whole number is shown to who may see it, and that is on record", "[scenario][config]")
{
    Collector collector;
    collector.at("08:00:00").has_key("anna", Role::staff).has_key("dora", Role::staff);
    collector.has_key("sue", Role::supervisor);
    collector.message("m1", from("0217000031"), "101").message("m2", withheld(), "101");
    CHECK(collector.is_shown_number("dora", "m1") == "not_allowed");
    CHECK(collector.is_shown_number("anna", "m2") == "implausible");
    CHECK(collector.is_shown_number("anna", "m1") == "done");
    CHECK(collector.is_shown_number("sue", "m1") == "done");
    CHECK(collector.told_about("number shown") ==
          Lines{"14:00:00.000 pbx1/101@default#m1 number shown to anna",
                "14:00:00.000 pbx1/101@default#m1 number shown to sue"});
}
