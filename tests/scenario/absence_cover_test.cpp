// Telephone Customer Service Standards, item 8: calls left for somebody who is away. Is it noticed
// that nobody answers them? A message may wait 30 minutes for somebody to be named.

#include <catch2/catch.hpp>

#include "daemon/board/rows.hpp"
#include "tests/support/collector.hpp"

using namespace callwatch;
using namespace callwatch::test;
using namespace std::chrono_literals;
using Lines = std::vector<std::string>;

namespace {

Collector office()
{
    Collector collector;
    collector.at("08:00:00").has_key("sue", Role::supervisor).has_key("mia", Role::manager);
    collector.has_key("anna", Role::staff).has_key("ben", Role::staff);
    return collector.at("09:00:00");
}

/// Who is told as away, and who as going to be: "ben | cleo anna".
std::string told_away(const Collector& collector)
{
    const std::map<SourceId, SourceHealth> sources;
    const auto reply =
        make_standards({collector.engine(), collector.now(), sources},
                       *collector.engine().directory().location(LocationId{"northside"}));
    std::string told;
    for (const auto& row : reply.absent()) told += row.person() + " ";
    told += "|";
    for (const auto& row : reply.planned()) told += " " + row.person();
    return told;
}

}  // namespace

TEST_CASE("half an hour after a message for somebody away, nobody named: NO_COVER, once",
          "[scenario][absence]")
{
    auto collector = office();
    REQUIRE(collector.records_absence("sue", "anna", "09:00:00") == "done");
    collector.at("10:00:00").message("m1", from("0217000001"), "101");
    collector.at("10:29:59").tick();
    CHECK(collector.told_about("NO_COVER").empty());
    collector.at("10:30:00").tick().at("11:00:00").tick().restart().tick();
    CHECK(collector.told_about("NO_COVER") == Lines{"16:00:00.000 anna NO_COVER"});
}

TEST_CASE("a message from before counts from the beginning of the absence", "[scenario][absence]")
{
    auto collector = office();
    collector.message("m1", from("0217000001"), "101");
    REQUIRE(collector.records_absence("sue", "anna", "12:00:00") == "done");
    collector.at("12:00:00").tick().at("12:29:59").tick();
    CHECK(collector.told_about("NO_COVER").empty());
    collector.at("12:30:00").tick();
    CHECK(collector.told_about("NO_COVER").size() == 1);
}

TEST_CASE("with somebody named it is covered, and she may answer", "[scenario][absence]")
{
    auto collector = office();
    SECTION("with the absence")
    {
        REQUIRE(collector.records_absence("sue", "anna", "09:00:00", "ben") == "done");
    }
    SECTION("for the mailbox")
    {
        REQUIRE(collector.records_absence("sue", "anna", "09:00:00") == "done");
        REQUIRE(collector.covers("sue", "101", "ben") == "done");
    }
    collector.at("10:00:00").message("m1", from("0217000001"), "101");
    collector.at("11:00:00").tick();
    CHECK(collector.told_about("NO_COVER").empty());
    CHECK(collector.says_returned("ben", "m1") == "done");
}

TEST_CASE("who is back has her mailbox again", "[scenario][absence]")
{
    auto collector = office();
    REQUIRE(collector.records_absence("sue", "anna", "09:00:00", "ben") == "done");
    collector.at("10:00:00").message("m1", from("0217000001"), "101");
    CHECK(collector.asks("sue", EndAbsence{{"anna"}}) == "done");
    CHECK(collector.asks("sue", EndAbsence{{"anna"}}) == "implausible");
    CHECK(collector.says_returned("ben", "m1") == "not_allowed");
    CHECK(collector.says_returned("anna", "m1") == "done");
}

TEST_CASE("absences are a supervisor's, of people and covers that exist", "[scenario][absence]")
{
    auto collector = office();
    CHECK(collector.records_absence("anna", "anna", "09:00:00") == "not_allowed");
    CHECK(collector.records_absence("sue", "nobody", "09:00:00") == "unknown_subject");
    CHECK(collector.records_absence("sue", "anna", "09:00:00", "nobody") == "unknown_subject");
    CHECK(collector.records_absence("sue", "anna", "09:00:00", "anna") == "implausible");
    CHECK(collector.asks("sue", RecordAbsence{.person = {"anna"},
                                              .from = collector.time("12:00:00"),
                                              .to = collector.time("11:00:00"),
                                              .cover = {}}) == "implausible");
}

TEST_CASE("a manager records that she can open a mailbox", "[scenario][absence]")
{
    auto collector = office();
    CHECK(collector.asks("sue", VerifyAccess{box("101"), {}}) == "not_allowed");
    CHECK(collector.asks("mia", VerifyAccess{box("999"), {}}) == "unknown_subject");
    CHECK(collector.asks("mia", VerifyAccess{box("101"), {}}) == "done");
    CHECK(collector.restart().board().absences().access(box("101"))->by.text == "mia");
}

TEST_CASE("an absence is told before it begins, while it lasts, and not after",
          "[scenario][absence]")
{
    auto collector = office();
    CHECK(told_away(collector) == "|");
    REQUIRE(collector.records_absence("sue", "anna", "12:00:00") == "done");
    REQUIRE(collector.records_absence("sue", "ben", "11:00:00") == "done");
    CHECK(told_away(collector) == "| ben anna");
    collector.at("11:00:00");
    CHECK(told_away(collector) == "ben | anna");
    collector.at("12:00:00");
    CHECK(told_away(collector) == "anna ben |");
    REQUIRE(collector.ends_absence("sue", "anna") == "done");
    CHECK(told_away(collector) == "ben |");
}

TEST_CASE("an absence that is ended before it begins is not told any more", "[scenario][absence]")
{
    auto collector = office();
    REQUIRE(collector.records_absence("sue", "anna", "12:00:00") == "done");
    REQUIRE(collector.ends_absence("sue", "anna") == "done");
    CHECK(told_away(collector) == "|");
    collector.at("13:00:00");
    CHECK(told_away(collector) == "|");
}
