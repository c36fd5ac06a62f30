// Telephone Customer Service Standards, item 4: voice mail is kept current. Is it said, once and in
// time, when a greeting states no hours, does not speak of an absence, or is out of date?
// 2026-11-20 is a Friday; anna has mailbox 101 and northside works from 8 to 5.

#include <catch2/catch.hpp>

#include "tests/support/collector.hpp"

using namespace callwatch;
using namespace callwatch::test;
using Lines = std::vector<std::string>;

namespace {

Collector office(Policy policy = {}, Organisation organisation = two_locations())
{
    Collector collector{policy, organisation};
    collector.at("08:00:00").has_key("sue", Role::supervisor).has_key("anna", Role::staff);
    collector.has_key("mia", Role::manager).has_key("dora", Role::staff);
    return collector;
}

}  // namespace

TEST_CASE("in the office a greeting states the hours of return calls", "[scenario][greeting]")
{
    auto collector = office();
    CHECK(collector.greeting_fault("101").empty());  // Nobody has told what it says.
    CHECK(collector.attests_in_office("anna", "101") == "done");
    CHECK(collector.greeting_fault("101") == "GREETING_NO_HOURS");
    CHECK(collector.attests_in_office("anna", "101", "15:30", "17:00") == "done");
    CHECK(collector.greeting_fault("101").empty());
    CHECK(collector.told_about("greeting of") ==
          Lines{"14:00:00.000 greeting of pbx1/101@default says: in the office, no hours; attested "
                "by anna",
                "14:00:00.000 greeting of pbx1/101@default says: in the office, calls 15:30-17:00; "
                "attested by anna"});
    CHECK(collector.told_about("GREETING_NO_HOURS").size() == 1);
    CHECK(collector.told_about("greeting is good").size() == 1);
}

TEST_CASE("who may tell what a greeting says, and what it cannot say", "[scenario][greeting]")
{
    auto collector = office();
    CHECK(collector.attests_in_office("dora", "101", "15:30", "17:00") == "not_allowed");
    CHECK(collector.attests_in_office("sue", "101", "15:30", "17:00") == "done");
    CHECK(collector.attests_in_office("mia", "101", "15:30", "17:00") == "done");
    CHECK(collector.attests_in_office("anna", "999", "15:30", "17:00") == "unknown_subject");
    CHECK(collector.attests_in_office("anna", "101", "17:00", "18:00") == "implausible");
    CHECK(collector.attests_in_office("anna", "101", "16:00", "15:00") == "implausible");
    CHECK(collector.attests_away("anna", "101", "2026-11-19", "0") == "implausible");
}

TEST_CASE("who is away has an hour of business time to say so", "[scenario][greeting]")
{
    auto collector = office();
    CHECK(collector.attests_in_office("anna", "101", "15:30", "17:00") == "done");

    SECTION("from the beginning of the absence on")
    {
        CHECK(collector.at("10:00:00").records_absence("sue", "anna", "10:00:00", "ben") == "done");
        CHECK(collector.at("10:59:59").tick().greeting_fault("101").empty());
        CHECK(collector.at("11:00:00").tick().greeting_fault("101") == "GREETING_NOT_CHANGED");
        CHECK(collector.restart().greeting_fault("101") == "GREETING_NOT_CHANGED");
    }
    SECTION("an absence that begins at night counts from opening: until nine")
    {
        CHECK(collector.at("20:00:00").records_absence("sue", "anna", "20:00:00", "ben") == "done");
        CHECK(collector.on("2026-11-23").at("08:59:59").tick().greeting_fault("101").empty());
        CHECK(collector.at("09:00:00").tick().greeting_fault("101") == "GREETING_NOT_CHANGED");
    }
    SECTION("a greeting that says when she is back, and a key, is right")
    {
        CHECK(collector.at("10:00:00").records_absence("sue", "anna", "10:00:00", "ben") == "done");
        CHECK(collector.at("10:30:00").attests_away("sue", "101", "2026-11-24", "0") == "done");
        CHECK(collector.at("12:00:00").tick().greeting_fault("101").empty());
    }
    SECTION("without the key or the day it is not")
    {
        CHECK(collector.at("10:00:00").records_absence("sue", "anna", "10:00:00", "ben") == "done");
        CHECK(collector.at("10:30:00").attests_away("sue", "101", "2026-11-24") == "done");
        CHECK(collector.at("12:00:00").tick().greeting_fault("101") == "GREETING_AWAY_INCOMPLETE");
        CHECK(collector.attests_away("sue", "101", "", "0") == "done");
        CHECK(collector.greeting_fault("101") == "GREETING_AWAY_INCOMPLETE");
    }
}

TEST_CASE("a day of return that has passed is stale, whether she is back or not",
          "[scenario][greeting]")
{
    auto collector = office();
    CHECK(collector.records_absence("sue", "anna", "08:00:00", "ben") == "done");
    CHECK(collector.attests_away("anna", "101", "2026-11-23", "0") == "done");
    CHECK(collector.at("17:00:00").tick().greeting_fault("101").empty());
    CHECK(collector.on("2026-11-23").at("07:59:59").tick().greeting_fault("101").empty());
    CHECK(collector.at("08:00:00").tick().greeting_fault("101") == "GREETING_STALE");
    CHECK(collector.ends_absence("sue", "anna") == "done");
    CHECK(collector.greeting_fault("101") == "GREETING_STALE");
    CHECK(collector.attests_in_office("anna", "101", "15:30", "17:00") == "done");
    CHECK(collector.greeting_fault("101").empty());
}

TEST_CASE("who is back early has the same hour to speak of the office again",
          "[scenario][greeting]")
{
    auto collector = office();
    CHECK(collector.records_absence("sue", "anna", "08:00:00", "ben") == "done");
    CHECK(collector.attests_away("anna", "101", "2026-11-30", "0") == "done");
    CHECK(collector.at("13:00:00").ends_absence("sue", "anna") == "done");
    CHECK(collector.at("13:59:59").tick().greeting_fault("101").empty());
    CHECK(collector.at("14:00:00").tick().greeting_fault("101") == "GREETING_STALE");
}

TEST_CASE("a greeting that was recorded again has to be heard again", "[scenario][greeting]")
{
    auto organisation = two_locations();
    organisation.locations[1].messages_deadline = parse_local_date("2026-11-19");
    auto collector = office({}, organisation);
    CHECK(collector.greeting_fault("101") == "GREETING_NOT_RECORDED");
    CHECK(collector.attests_in_office("anna", "101", "15:30", "17:00") == "done");
    CHECK(collector.greeting_fault("101").empty());
    CHECK(collector.at("09:00:00").records_greeting("101").greeting_fault("101") ==
          "GREETING_NOT_RECORDED");
    CHECK(collector.at("09:05:00").attests_in_office("anna", "101", "15:30", "17:00") == "done");
    CHECK(collector.greeting_fault("101").empty());
}

TEST_CASE("the required message is on every telephone when the day of the deadline is over",
          "[scenario][greeting]")
{
    auto organisation = two_locations();
    organisation.locations[1].messages_deadline = parse_local_date("2026-11-20");
    auto collector = office({}, organisation);
    CHECK(collector.at("23:59:59").tick().greeting_fault("101").empty());
    collector.on("2026-11-21").at("00:00:00").tick();
    CHECK(collector.greeting_fault("101") == "GREETING_NOT_RECORDED");
    CHECK(collector.greeting_fault("199").empty());  // Shared: it is nobody's own.
    CHECK(collector.greeting_fault("201").empty());  // Eastside has no deadline.
}

TEST_CASE("where the policy asks for it, a greeting is recorded every workday",
          "[scenario][greeting]")
{
    Policy policy;
    policy.greeting_refresh = Policy::GreetingRefresh::daily;
    auto collector = office(policy);
    CHECK(collector.attests_in_office("anna", "101", "15:30", "17:00") == "done");
    CHECK(collector.at("23:00:00").tick().greeting_fault("101").empty());
    CHECK(collector.on("2026-11-22").at("12:00:00").tick().greeting_fault("101").empty());
    CHECK(collector.on("2026-11-23").at("08:00:00").tick().greeting_fault("101") ==
          "GREETING_STALE");
}

TEST_CASE("nothing is judged before the location is monitored", "[scenario][greeting]")
{
    auto organisation = two_locations();
    organisation.locations[1].monitoring_start =
        Instant{std::chrono::sys_days{std::chrono::year{2026} / 11 / 23} + std::chrono::hours{14}};
    auto collector = office({}, organisation);
    CHECK(collector.attests_in_office("anna", "101") == "done");
    CHECK(collector.on("2026-11-23").at("07:59:59").tick().greeting_fault("101").empty());
    CHECK(collector.at("08:00:00").tick().greeting_fault("101") == "GREETING_NO_HOURS");
}
