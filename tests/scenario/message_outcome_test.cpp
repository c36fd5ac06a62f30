// Requirements 1.1: what a named person says of a message, where the telephone system saw nothing.
// Does it close the duty, from when on, and what is kept of it? Close is 17:00 in Chicago.

#include <catch2/catch.hpp>

#include "tests/support/collector.hpp"

using namespace callwatch;
using namespace callwatch::test;
using namespace std::chrono_literals;
using Lines = std::vector<std::string>;

namespace {

Collector with_message(Policy policy = {})
{
    Collector collector{policy};
    collector.at("08:30:00").has_key("anna", Role::staff).has_key("sue", Role::supervisor);
    collector.at("09:00:00").message("m1", from("0217000001"), "101").after(20s).listed("m1");
    return collector;
}

}  // namespace

TEST_CASE("a return that a person asserts closes the message, and says that it is her word",
          "[scenario][people]")
{
    auto collector = with_message();
    collector.at("10:00:00");
    CHECK(collector.says_returned("anna", "m1", "09:45:00") == "done");

    CHECK(collector.state("m1") == "RETURNED");
    CHECK(collector.told_about("m1 returned") ==
          Lines{"16:00:00.000 pbx1/101@default#m1 returned by anna, asserted, stated for "
                "15:45:00.000"});
    collector.at("16:59:59").lists().at("17:00:00").beat();
    CHECK(collector.verdict() == "CLEAR");
}

TEST_CASE("a return asserted after the deadline does not make the day clear, whatever it states",
          "[scenario][people]")
{
    auto collector = with_message();
    collector.at("16:59:59").lists().at("17:00:00").beat().at("17:05:00");
    CHECK(collector.says_returned("anna", "m1", "16:30:00") == "done");

    collector.beat();
    CHECK(collector.state("m1") == "RETURNED");
    CHECK(collector.the("m1").overdue);
    CHECK(collector.verdict() == "VIOLATIONS");
}

TEST_CASE("an assertion closes what the same caller left before, as far as the person may",
          "[scenario][people]")
{
    auto collector = with_message();
    collector.at("09:10:00").message("m2", from("0217000001"), "199");
    collector.at("09:20:00").message("m3", from("0217000001"), "103");
    collector.at("09:40:00").message("m4", from("0217000001"), "101");
    collector.at("10:00:00");
    REQUIRE(collector.says_returned("anna", "m1", "09:30:00") == "done");

    CHECK(collector.state("m2") == "RETURNED");  // The desk's box, which she shares.
    CHECK(collector.state("m3") == "NEW");       // Carla's.
    CHECK(collector.state("m4") == "NEW");       // Came after the call.
}

TEST_CASE("a stated time is never in the future, and never before the message",
          "[scenario][people]")
{
    auto collector = with_message();
    collector.at("10:00:00");
    CHECK(collector.says_returned("anna", "m1", "10:00:01") == "implausible");
    CHECK(collector.says_returned("anna", "m1", "08:59:59") == "implausible");
    CHECK(collector.state("m1") == "NEW");
}

TEST_CASE("an asserted attempt counts as the policy says of a ring-out", "[scenario][people]")
{
    Policy policy;
    SECTION("counts")
    {
        auto collector = with_message(policy);
        collector.at("16:00:00");
        CHECK(collector.says_attempted("anna", "m1") == "done");
        collector.at("16:59:59").lists().at("17:00:00").beat();
        CHECK(collector.state("m1") == "ATTEMPTED");
        CHECK(collector.verdict() == "CLEAR");
        CHECK(collector.day()->attempted == 1);
    }
    SECTION("does not count")
    {
        policy.no_answer = Policy::NoAnswer::does_not_count;
        auto collector = with_message(policy);
        collector.at("16:00:00");
        CHECK(collector.says_attempted("anna", "m1") == "done");
        collector.at("16:59:59").lists().at("17:00:00").beat();
        CHECK(collector.verdict() == "VIOLATIONS");
    }
}

TEST_CASE("a message that asks for no call is resolved, for a reason of the closed list",
          "[scenario][people]")
{
    auto collector = with_message();
    collector.at("10:00:00");
    CHECK(collector.resolves("anna", "m1", ResolveReason::wrong_number) == "done");

    CHECK(collector.state("m1") == "RESOLVED");
    CHECK(collector.told_about("resolved") ==
          Lines{"16:00:00.000 pbx1/101@default#m1 resolved by anna: wrong_number"});
    collector.at("16:59:59").lists().at("17:00:00").beat();
    CHECK(collector.verdict() == "CLEAR");
    CHECK(collector.day()->resolved == 1);
    CHECK(collector.day()->returned == 0);
    CHECK_FALSE(collector.the("m1").overdue);
}

TEST_CASE("what is closed is not closed again", "[scenario][people]")
{
    auto collector = with_message();
    collector.at("10:00:00");
    REQUIRE(collector.resolves("anna", "m1", ResolveReason::spam) == "done");
    CHECK(collector.resolves("sue", "m1", ResolveReason::personal) == "already_closed");
    CHECK(collector.says_returned("anna", "m1") == "already_closed");
    CHECK(collector.says_attempted("anna", "m1") == "already_closed");
}

TEST_CASE("the same command again does nothing again; another by its id is refused",
          "[scenario][people]")
{
    auto collector = with_message();
    collector.at("10:00:00");
    REQUIRE(collector.resolves("anna", "m1", ResolveReason::spam) == "done");
    const auto told = collector.told();
    CHECK(collector.repeats_command() == "done");
    CHECK(collector.restart().repeats_command() == "done");
    CHECK(collector.told_about("resolved").size() == 1);
}

TEST_CASE("a call that was wrongly matched is undone by a supervisor, and proves nothing any more",
          "[scenario][people]")
{
    auto collector = with_message();
    collector.at("10:00:00").calls_back("101", "0217000001", 60s);
    REQUIRE(collector.state("m1") == "RETURNED");
    collector.at("10:30:00");
    CHECK(collector.reopens("anna", "m1") == "not_allowed");
    CHECK(collector.reopens("sue", "m1") == "done");
    CHECK(collector.state("m1") == "NEW");
    CHECK(collector.reopens("sue", "m1") == "implausible");

    collector.lists().beat();
    CHECK(collector.state("m1") == "NEW");
    SECTION("nobody calls: overdue at the deadline")
    {
        collector.at("16:59:59").lists().at("17:00:00").beat();
        CHECK(collector.the("m1").overdue);
        CHECK(collector.verdict() == "VIOLATIONS");
    }
    SECTION("a later call closes it")
    {
        collector.at("11:00:00").calls_back("101", "0217000001", 60s);
        CHECK(collector.state("m1") == "RETURNED");
    }
}

TEST_CASE("a message reopened after its deadline is overdue from then on", "[scenario][people]")
{
    auto collector = with_message();
    collector.at("10:00:00").calls_back("101", "0217000001", 60s);
    collector.at("16:59:59").lists().at("17:00:00").beat().at("17:10:00");
    REQUIRE(collector.verdict() == "CLEAR");
    CHECK(collector.reopens("sue", "m1") == "done");
    collector.beat();
    CHECK(collector.the("m1").overdue);
    CHECK(collector.told_about("overdue").size() == 1);
}

TEST_CASE("what people said is known after a restart", "[scenario][people]")
{
    auto collector = with_message();
    collector.at("09:10:00").message("m2", from("0217000002"), "101");
    collector.at("09:20:00").message("m3", from("0217000003"), "101").at("10:00:00");
    REQUIRE(collector.resolves("anna", "m1", ResolveReason::spam) == "done");
    REQUIRE(collector.claims_caller("anna", "m2") == "done");
    REQUIRE(collector.defers("sue", "m3", "2026-11-24") == "done");
    collector.restart();
    CHECK(collector.state("m1") == "RESOLVED");
    CHECK(collector.the("m2").is_claimed(collector.now()));
    CHECK(collector.state("m3") == "DEFERRED");
}
