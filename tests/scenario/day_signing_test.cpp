// Telephone Customer Service Standards, item 7: the supervisor checks, and signs. Who may sign
// what, what has to be said, and what if nobody does? Close is 17:00, signing ends an hour after
// the check was settled.

#include <catch2/catch.hpp>

#include "tests/support/collector.hpp"

using namespace callwatch;
using namespace callwatch::test;
using namespace std::chrono_literals;
using Lines = std::vector<std::string>;

namespace {

Collector at_close(bool with_open_message)
{
    Collector collector;
    collector.at("08:30:00").has_key("sue", Role::supervisor).has_key("carla", Role::manager);
    collector.has_key("anna", Role::staff).has_key("dora", Role::supervisor);
    collector.at("09:00:00").message("m1", from("0217000001"), "101").after(20s).listed("m1");
    if (!with_open_message) collector.at("10:00:00").calls_back("101", "0217000001", 60s);
    collector.at("16:59:59").lists().at("17:00:00").beat();
    return collector;
}

const DaySigned& signature(const Collector& collector)
{
    return collector.board().days().find({"northside"})->signatures.begin()->second;
}

}  // namespace

TEST_CASE("a clear day is signed by the location's supervisor, once", "[scenario][signing]")
{
    auto collector = at_close(false);
    REQUIRE(collector.verdict() == "CLEAR");
    collector.at("17:05:00");
    CHECK(collector.signs("anna") == "not_allowed");
    CHECK(collector.signs("dora") == "not_allowed");
    CHECK(collector.signs("sue") == "done");
    CHECK(collector.signs("sue") == "already_closed");

    CHECK(signature(collector).by.text == "sue");
    CHECK(signature(collector).revision == collector.day()->revision);
    CHECK_FALSE(signature(collector).late);
    collector.at("18:30:00").beat();
    CHECK(collector.told_about("northside 2026-11-20 CHECK_MISSED").empty());
}

TEST_CASE(
    "a day with open messages is signed with each of them as an exception, and stays what "
    "it is",
    "[scenario][signing]")
{
    auto collector = at_close(true);
    REQUIRE(collector.verdict() == "VIOLATIONS");
    collector.at("17:05:00");
    CHECK(collector.signs("sue") == "incomplete");
    CHECK(collector.signs("sue", {"m1", "m1"}) == "incomplete");
    CHECK(collector.signs("sue", {"m1"}) == "done");

    CHECK(collector.verdict() == "VIOLATIONS");
    CHECK(collector.state("m1") == "CARRIED");
    CHECK(signature(collector).exceptions.size() == 1);
}

TEST_CASE("what was returned after the check needs no exception", "[scenario][signing]")
{
    auto collector = at_close(true);
    collector.at("17:10:00").calls_back("101", "0217000001", 60s).beat();
    CHECK(collector.signs("sue", {"m1"}) == "incomplete");
    CHECK(collector.signs("sue") == "done");
    CHECK(collector.verdict() == "VIOLATIONS");
}

TEST_CASE("a manager signs on behalf, and only so", "[scenario][signing]")
{
    auto collector = at_close(false);
    collector.at("17:30:00");
    CHECK(collector.signs("carla") == "not_allowed");
    CHECK(collector.signs("sue", {}, "", true) == "not_allowed");
    CHECK(collector.signs("carla", {}, "", true) == "done");
    CHECK(signature(collector).on_behalf);
}

TEST_CASE("a revision that is no longer the newest is not signed", "[scenario][signing]")
{
    auto collector = at_close(false);
    collector.at("17:05:00");
    const SignDay old{.location = {"northside"},
                      .date = collector.day()->date,
                      .revision = collector.day()->revision - 1,
                      .exceptions = {},
                      .remark = {},
                      .statement = {},
                      .signature = {},
                      .sign_key = {}};
    CHECK(collector.asks("sue", old) == "outdated");
}

TEST_CASE("a day that has no check yet is not signed", "[scenario][signing]")
{
    Collector collector;
    collector.at("08:30:00").has_key("sue", Role::supervisor).at("16:00:00");
    CHECK(collector.signs("sue") == "unknown_subject");
}

TEST_CASE("an unknown day is signed only with a remark, and stays unknown", "[scenario][signing]")
{
    auto collector = at_close(false);
    collector.on("2026-11-23").at("16:00:00").source_silent().at("17:00:15").tick();
    REQUIRE(collector.verdict("2026-11-23") == "UNKNOWN");
    collector.at("17:20:00");
    CHECK(collector.signs("sue") == "incomplete");
    CHECK(collector.signs("sue", {}, "the telephone system was down") == "done");
    collector.source_speaks().at("17:30:00").lists().beat();
    CHECK(collector.verdict("2026-11-23") == "UNKNOWN");
}

TEST_CASE("nobody signs: an hour after the settled check, CHECK_MISSED, once",
          "[scenario][signing]")
{
    auto collector = at_close(false);
    collector.at("17:59:59").tick();
    CHECK(collector.told_about("northside 2026-11-20 CHECK_MISSED").empty());
    collector.at("18:00:00").tick().at("19:00:00").tick().restart().tick();
    CHECK(collector.told_about("northside 2026-11-20 CHECK_MISSED") ==
          Lines{"00:00:00.000 northside 2026-11-20 CHECK_MISSED"});

    SECTION("signed after all: late, and missed all the same")
    {
        CHECK(collector.signs("sue") == "done");
        CHECK(signature(collector).late);
        CHECK(collector.board().days().find({"northside"})->missed.size() == 1);
    }
}

TEST_CASE("a signature and what was missed are known after a restart", "[scenario][signing]")
{
    auto collector = at_close(true);
    collector.at("17:05:00");
    REQUIRE(collector.signs("sue", {"m1"}) == "done");
    collector.restart();
    CHECK(signature(collector).by.text == "sue");
    CHECK(collector.signs("sue") == "already_closed");
}
