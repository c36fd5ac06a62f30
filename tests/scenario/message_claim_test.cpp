// Requirements 1.1: do two people ever ring the same caller? A claim lasts 15 minutes.

#include <catch2/catch.hpp>

#include "tests/support/collector.hpp"

using namespace callwatch;
using namespace callwatch::test;
using namespace std::chrono_literals;

namespace {

Collector with_messages()
{
    Collector collector;
    collector.at("08:30:00").has_key("anna", Role::staff).has_key("ben", Role::staff);
    collector.has_key("sue", Role::supervisor);
    collector.at("09:00:00").message("m1", from("0217000001"), "199");
    collector.at("09:10:00").message("m2", from("0217000001"), "102");
    return collector.at("10:00:00");
}

}  // namespace

TEST_CASE("who claims a message has the caller, in every mailbox", "[scenario][people]")
{
    auto collector = with_messages();
    CHECK(collector.claims_caller("anna", "m1") == "done");
    CHECK(collector.claims_caller("ben", "m1") == "claimed");
    CHECK(collector.claims_caller("ben", "m2") == "claimed");
    CHECK(collector.claims_caller("anna", "m1") == "done");
}

TEST_CASE("a claim runs out, and claiming again begins it anew", "[scenario][people]")
{
    auto collector = with_messages();
    REQUIRE(collector.claims_caller("anna", "m1") == "done");
    collector.at("10:10:00");
    REQUIRE(collector.claims_caller("anna", "m1") == "done");
    collector.at("10:24:59");
    CHECK(collector.claims_caller("ben", "m1") == "claimed");
    collector.at("10:25:00");
    CHECK(collector.claims_caller("ben", "m1") == "done");
}

TEST_CASE("a claim is given back, or ends with the call", "[scenario][people]")
{
    auto collector = with_messages();
    REQUIRE(collector.claims_caller("anna", "m1") == "done");
    SECTION("given back")
    {
        CHECK(collector.releases("ben", "m1") == "claimed");
        CHECK(collector.releases("anna", "m1") == "done");
        CHECK(collector.claims_caller("ben", "m2") == "done");
    }
    SECTION("the caller was reached")
    {
        collector.calls_back("101", "0217000001", 60s);
        CHECK_FALSE(collector.the("m1").is_claimed(collector.now()));
        CHECK(collector.claims_caller("ben", "m1") == "already_closed");
    }
}

TEST_CASE("callers who withheld their number are claimed message by message", "[scenario][people]")
{
    auto collector = with_messages();
    collector.message("w1", withheld(), "199").message("w2", withheld(), "199");
    REQUIRE(collector.claims_caller("anna", "w1") == "done");
    CHECK(collector.claims_caller("ben", "w2") == "done");
}
