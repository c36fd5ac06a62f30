// Telephone Customer Service Standards, item 9: the voicemail of somebody who left. Is it pending
// until two people and the telephone system say that it is off, and does somebody answer it until
// then? 2026-11-20 is a Friday; carla (103) leaves northside.

#include <catch2/catch.hpp>

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
    collector.has_key("max", Role::manager).has_key("anna", Role::staff);
    collector.has_key("carla", Role::staff);
    return collector;
}

Collector after_departure()
{
    auto collector = office();
    REQUIRE(collector.leaves_location("mia", "carla", "12:00:00") == "done");
    return collector.at("13:00:00");
}

}  // namespace

TEST_CASE("from the effective instant on, the mailbox is pending, and said so",
          "[scenario][departure]")
{
    auto collector = after_departure();
    CHECK(collector.departure("103") == "DISCONNECT_PENDING");
    CHECK(collector.departure("101") == "no departure");
    CHECK(collector.told_about("DISCONNECT_PENDING") ==
          Lines{"18:00:00.000 pbx1/103@default DISCONNECT_PENDING, was carla's, red from "
                "2026-11-23T23:00:00.000000Z"});
}

TEST_CASE("a manager says who left, once, of where she works", "[scenario][departure]")
{
    auto collector = office();
    CHECK(collector.leaves_location("sue", "carla", "12:00:00") == "not_allowed");
    CHECK(collector.leaves_location("mia", "nobody", "12:00:00") == "unknown_subject");
    CHECK(collector.leaves_location("mia", "dora", "12:00:00") == "implausible");
    CHECK(collector.leaves_location("mia", "carla", "12:00:00") == "done");
    CHECK(collector.leaves_location("mia", "carla", "12:00:00") == "implausible");
}

TEST_CASE("still connected at the close of the next workday it is red, once",
          "[scenario][departure]")
{
    auto collector = after_departure();
    collector.on("2026-11-23").at("16:59:59").tick();
    CHECK(collector.told_about("still connected").empty());
    collector.at("17:00:00").tick().at("18:00:00").tick().restart().tick();
    CHECK(collector.told_about("still connected") ==
          Lines{"23:00:00.000 pbx1/103@default still connected after its owner left"});
}

TEST_CASE("one person requests, another manager confirms, and the telephone system agrees",
          "[scenario][departure]")
{
    auto collector = after_departure();
    CHECK(collector.confirms_disconnection("mia", "103") == "incomplete");
    CHECK(collector.requests_disconnection("anna", "103") == "not_allowed");
    CHECK(collector.requests_disconnection("mia", "103") == "done");
    CHECK(collector.departure("103") == "DISCONNECT_REQUESTED");
    CHECK(collector.requests_disconnection("sue", "103") == "already_closed");
    CHECK(collector.confirms_disconnection("mia", "103") == "not_allowed");
    CHECK(collector.confirms_disconnection("sue", "103") == "not_allowed");

    SECTION("the list shows that it is gone: confirmed")
    {
        collector.mailboxes_are({"101", "102", "199"});
        CHECK(collector.confirms_disconnection("max", "103") == "done");
        CHECK(collector.departure("103") == "CONFIRMED");
        collector.on("2026-11-24").at("18:00:00").tick();
        CHECK(collector.told_about("still connected").empty());
    }
    SECTION("without that: a signature alone, until a list comes")
    {
        collector.mailboxes_are({"101", "103"});
        CHECK(collector.confirms_disconnection("max", "103") == "done");
        CHECK(collector.departure("103") == "CONFIRMED_UNVERIFIED");
        collector.at("14:00:00").mailboxes_are({"101"});
        CHECK(collector.departure("103") == "CONFIRMED");
    }
    CHECK(collector.restart().departure("103") == "CONFIRMED");
}

TEST_CASE("a list from before she left proves nothing", "[scenario][departure]")
{
    auto collector = office();
    collector.at("09:00:00");
    REQUIRE(collector.leaves_location("mia", "carla", "12:00:00") == "done");
    collector.mailboxes_are({"101"});
    CHECK_FALSE(collector.board().departures().find(box("103"))->observed);
}

TEST_CASE("while a message in it is open, nothing is confirmed; somebody who covers it answers",
          "[scenario][departure]")
{
    auto collector = after_departure();
    collector.message("m1", from("0217000001"), "103");
    REQUIRE(collector.requests_disconnection("sue", "103") == "done");
    CHECK(collector.confirms_disconnection("max", "103") == "incomplete");

    CHECK(collector.says_returned("carla", "m1") == "not_allowed");  // She has left.
    CHECK(collector.says_returned("anna", "m1") == "not_allowed");
    CHECK(collector.covers("anna", "103", "anna") == "not_allowed");
    CHECK(collector.covers("sue", "103", "carla") == "implausible");
    CHECK(collector.covers("sue", "103", "anna") == "done");
    CHECK(collector.says_returned("anna", "m1") == "done");
    CHECK(collector.confirms_disconnection("max", "103") == "done");
}

TEST_CASE("a message into a mailbox that was confirmed to be off opens it again, red",
          "[scenario][departure]")
{
    auto collector = after_departure();
    REQUIRE(collector.requests_disconnection("sue", "103") == "done");
    REQUIRE(collector.confirms_disconnection("max", "103") == "done");
    collector.at("15:00:00").message("m1", from("0217000001"), "103");

    CHECK(collector.departure("103") == "DISCONNECT_PENDING");
    CHECK(collector.board().departures().find(box("103"))->overdue);
    CHECK(collector.told_about("DISCONNECTED_BOX_RECEIVED") ==
          Lines{"21:00:00.000 pbx1/103@default DISCONNECTED_BOX_RECEIVED "
                "pbx1/103@default#m1"});
}

TEST_CASE("after a message came into it, only a list made since proves that it is off",
          "[scenario][departure]")
{
    auto collector = after_departure();
    collector.mailboxes_are({"101"});
    REQUIRE(collector.requests_disconnection("sue", "103") == "done");
    REQUIRE(collector.confirms_disconnection("max", "103") == "done");
    REQUIRE(collector.departure("103") == "CONFIRMED");
    collector.at("15:00:00").message("m1", from("0217000001"), "103");
    collector.at("15:10:00");
    REQUIRE(collector.says_returned("sue", "m1") == "done");
    REQUIRE(collector.requests_disconnection("sue", "103") == "done");

    SECTION("with that of before it is a signature alone, until one comes")
    {
        CHECK(collector.confirms_disconnection("max", "103") == "done");
        CHECK(collector.departure("103") == "CONFIRMED_UNVERIFIED");
        collector.at("15:20:00").mailboxes_are({"101"});
        CHECK(collector.departure("103") == "CONFIRMED");
    }
    SECTION("with one made since it is confirmed")
    {
        collector.mailboxes_are({"101"});
        CHECK(collector.confirms_disconnection("max", "103") == "done");
        CHECK(collector.departure("103") == "CONFIRMED");
    }
    CHECK(collector.restart().departure("103") == "CONFIRMED");
}

TEST_CASE("handed over to somebody who works there, it is a departed one no more",
          "[scenario][departure]")
{
    auto collector = after_departure();
    collector.has_key("ben", Role::staff);
    CHECK(collector.hands_over("sue", "103", "ben") == "not_allowed");
    CHECK(collector.hands_over("mia", "103", "dora") == "implausible");
    CHECK(collector.hands_over("mia", "103", "ben") == "done");
    CHECK(collector.departure("103") == "HANDED_OVER");
    CHECK(collector.told_about("handed over") ==
          Lines{"19:00:00.000 pbx1/103@default handed over to ben by mia"});
    const auto& fact = *collector.board().departures().find(box("103"))->handed_over;
    CHECK(fact.is_signed());
    CHECK(fact.sign_key ==
          collector.board().keys().find(collector.key_of("mia"))->admitted.sign_key);
    // What it says is still what it said of carla.
    CHECK(collector.greeting_fault("103") == "GREETING_STALE");
    REQUIRE(collector.attests_in_office("ben", "103", "15:00", "16:00") == "done");
    CHECK(collector.greeting_fault("103") == "");
    collector.on("2026-11-24").at("18:00:00").tick();
    CHECK(collector.told_about("still connected").empty());
}

TEST_CASE("a shared mailbox is left behind by its last member", "[scenario][departure]")
{
    auto collector = office();
    REQUIRE(collector.leaves_location("mia", "anna", "12:00:00") == "done");
    CHECK(collector.departure("101") == "DISCONNECT_PENDING");
    CHECK(collector.departure("199") == "no departure");
    REQUIRE(collector.leaves_location("mia", "ben", "12:00:00") == "done");
    CHECK(collector.departure("199") == "DISCONNECT_PENDING");
}

TEST_CASE("each day's record says who answered the mailbox, and what became of its messages",
          "[scenario][departure]")
{
    auto collector = after_departure();
    collector.logs_on("101").lists();
    collector.message("m1", from("0217000001"), "103").message("m2", from("0217000002"), "103");
    REQUIRE(collector.covers("sue", "103", "anna") == "done");
    REQUIRE(collector.says_returned("anna", "m1") == "done");
    collector.at("16:59:59").lists().at("17:00:00").beat();
    const auto friday = collector.day()->departed;
    CHECK(friday == std::vector<DayDeparture>{{.mailbox = box("103"),
                                               .person = {"carla"},
                                               .cover = {"anna"},
                                               .requested = false,
                                               .due = 2,
                                               .open = 1}});
}

TEST_CASE("a departed mailbox that nobody was named for stands in the day's record as such",
          "[scenario][departure]")
{
    auto collector = after_departure();
    collector.at("16:59:59").lists().at("17:00:00").beat();
    REQUIRE(collector.day()->departed.size() == 1);
    CHECK(collector.day()->departed.front().cover.empty());
    CHECK(collector.told_about("answered by").back().find("answered by nobody, 0 due, 0 open") !=
          std::string::npos);

    collector.on("2026-11-23").at("09:00:00");
    REQUIRE(collector.requests_disconnection("mia", "103") == "done");
    collector.mailboxes_are({"101", "102", "199"});
    REQUIRE(collector.confirms_disconnection("max", "103") == "done");
    collector.at("16:59:59").lists().at("17:00:00").beat();
    REQUIRE(collector.day("2026-11-23") != nullptr);
    CHECK(collector.day("2026-11-23")->departed.empty());
}

TEST_CASE("who is named after the check answered nothing before it", "[scenario][departure]")
{
    auto collector = after_departure();
    collector.at("16:57:00").lists().at("16:58:00").unseen_message("m1", from("0217000001"), "103");
    collector.at("17:00:00").beat();
    const auto revision = collector.day()->revision;
    CHECK(collector.day()->departed.front().due == 0);
    collector.at("17:10:00");
    REQUIRE(collector.covers("sue", "103", "anna") == "done");
    collector.lists().beat();  // They show the message: the check is revised.
    REQUIRE(collector.day()->revision > revision);
    CHECK(collector.day()->departed.front().open == 1);
    CHECK(collector.day()->departed.front().cover.empty());
}
