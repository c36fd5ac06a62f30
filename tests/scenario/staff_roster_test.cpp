// People come from a roster: who works where, who left, who moved. Does everything that asks "whose
// is it" follow, and does a move to another location leave a mailbox behind (item 9)?

#include <catch2/catch.hpp>

#include "tests/support/collector.hpp"

using namespace callwatch;
using namespace callwatch::test;
using namespace std::chrono_literals;
using Lines = std::vector<std::string>;

namespace {

Collector office()
{
    auto organisation = two_locations();
    organisation.sources.push_back(
        {.id = {"staff"}, .kind = "roster", .locations = {{"eastside"}, {"northside"}}});
    Collector collector{{}, organisation};
    collector.at("08:00:00").has_key("sue", Role::supervisor).has_key("mia", Role::manager);
    return collector;
}

}  // namespace

TEST_CASE("somebody new has a mailbox whose messages are hers, and her calls return them",
          "[scenario][roster]")
{
    auto collector = office();
    collector.by_source("staff").joined("emil", "northside", "107", "08:00:00").by_source("pbx1");
    collector.at("09:00:00").message("m1", from("0217000031"), "107");
    CHECK(collector.the("m1").left.person == PersonId{"emil"});
    CHECK(collector.the("m1").left.location == LocationId{"northside"});
    collector.restart().at("10:00:00").calls_back("107", "0217000031", 30s);
    CHECK(collector.state("m1") == "RETURNED");
    CHECK_FALSE(collector.the("m1").returned->by_delegate);
}

TEST_CASE("only a roster says who works where, and only for its locations", "[scenario][roster]")
{
    auto collector = office();
    collector.by_source("pbx1").joined("emil", "northside", "107", "08:00:00");
    CHECK(collector.engine().directory().person({"emil"}) == nullptr);
    CHECK(collector.told_about("refused: not_allowed").size() == 1);
    collector.by_source("staff").joined("emil", "nowhere", "107", "08:00:00");
    CHECK(collector.told_about("refused: unknown_subject").size() == 1);
}

TEST_CASE("nothing of somebody who works there becomes somebody else's", "[scenario][roster]")
{
    auto collector = office();
    collector.by_source("staff");
    collector.joined("emil", "northside", "101", "08:00:00");  // Anna's.
    collector.joined("emil", "northside", "199", "08:00:00");  // Shared.
    collector.joined("emil", "northside", "201", "08:00:00");  // Eastside's.
    CHECK(collector.engine().directory().person({"emil"}) == nullptr);
    CHECK(collector.told_about("refused: implausible").size() == 3);
}

TEST_CASE("who leaves, leaves a mailbox that is pending, as by a manager's word",
          "[scenario][roster]")
{
    auto collector = office();
    collector.by_source("staff").at("12:00:00").departed("carla", "northside", "12:00:00");
    CHECK(collector.departure("103") == "DISCONNECT_PENDING");
    collector.departed("carla", "northside", "12:00:00");
    CHECK(collector.told_about("carla left").size() == 1);
}

TEST_CASE("who moves to another location leaves her mailbox there and has one here",
          "[scenario][roster]")
{
    auto collector = office();
    collector.at("09:00:00").message("m1", from("0217000031"), "103");
    collector.by_source("staff").at("12:00:00").departed("carla", "northside", "12:00:00");
    collector.joined("carla", "eastside", "207", "12:00:00").by_source("pbx1");
    CHECK(collector.departure("103") == "DISCONNECT_PENDING");
    CHECK(collector.departure("207") == "no departure");
    collector.at("13:00:00").message("m2", from("0217000032"), "207");
    CHECK(collector.the("m2").left.location == LocationId{"eastside"});
    CHECK(collector.the("m2").left.person == PersonId{"carla"});
    CHECK(collector.the("m1").left.location == LocationId{"northside"});
    // She still knows the caller of her old mailbox.
    collector.at("13:30:00").calls_back("207", "0217000031", 30s);
    CHECK(collector.state("m1") == "RETURNED");
}

TEST_CASE("who comes back to a location is no departed one any more", "[scenario][roster]")
{
    auto collector = office();
    collector.by_source("staff").at("09:00:00").departed("carla", "northside", "09:00:00");
    CHECK(collector.board().departures().left_at({"carla"}, {"northside"}).has_value());
    collector.at("11:00:00").joined("carla", "northside", "108", "11:00:00");
    CHECK_FALSE(collector.board().departures().left_at({"carla"}, {"northside"}).has_value());
    CHECK(collector.departure("103") == "DISCONNECT_PENDING");
    CHECK(collector.departure("108") == "no departure");
}

TEST_CASE("a roster tells of absences and shifts, each once", "[scenario][roster]")
{
    auto collector = office();
    collector.by_source("staff");
    const StaffAway away{{"anna"}, collector.time("12:00:00"), collector.time("15:00:00")};
    collector.says(away).says(away);
    CHECK(collector.told_about("anna away").size() == 1);
    CHECK_FALSE(collector.board().absences().is_away({"anna"}, collector.time("11:59:59")));
    CHECK(collector.board().absences().is_away({"anna"}, collector.time("12:00:00")));
    CHECK_FALSE(collector.board().absences().is_away({"anna"}, collector.time("15:00:00")));
    const StaffShift shift{{"ben"}, collector.time("08:00:00"), collector.time("12:00:00"), "desk"};
    collector.says(shift).says(shift);
    CHECK(collector.board().roster().shifts({"ben"})->size() == 1);
}

TEST_CASE("a person with a mailbox and no supervisor keeps the day from being clear",
          "[scenario][roster]")
{
    auto collector = office();
    collector.by_source("staff").says(StaffJoined{.person = {"emil"},
                                                  .name = {"a name"},
                                                  .location = {"northside"},
                                                  .supervisor = {},
                                                  .role = {},
                                                  .effective_at = collector.time("08:00:00"),
                                                  .devices = {},
                                                  .mailboxes = {box("107")}});
    collector.by_source("pbx1").at("16:55:00").lists().list("107").at("17:00:00").beat().tick();
    CHECK(collector.verdict() == "UNKNOWN");
    CHECK(collector.reasons() == Lines{"no_supervisor emil"});
}

TEST_CASE("without a roster a manager says that somebody moves", "[scenario][roster]")
{
    Collector collector;
    collector.at("08:00:00").has_key("mia", Role::manager).has_key("sue", Role::supervisor);
    CHECK(collector.moves("sue", "carla", "eastside", "12:00:00") == "not_allowed");
    CHECK(collector.moves("mia", "carla", "nowhere", "12:00:00") == "unknown_subject");
    CHECK(collector.moves("mia", "carla", "northside", "12:00:00") == "implausible");
    CHECK(collector.moves("mia", "carla", "eastside", "12:00:00") == "done");
    CHECK(collector.departure("103") == "DISCONNECT_PENDING");
    CHECK(collector.engine().directory().person({"carla"})->location == LocationId{"eastside"});
    auto with_roster = office();
    CHECK(with_roster.moves("mia", "carla", "eastside", "12:00:00") == "implausible");
}

TEST_CASE("a mailbox that is gone with its owner keeps no later day in doubt", "[scenario][roster]")
{
    auto collector = office();
    collector.by_source("staff").at("12:00:00").departed("carla", "northside", "12:00:00");
    collector.by_source("pbx1").mailboxes_are({"101", "102", "199", "201", "299"});
    for (const auto* mailbox : {"101", "102", "199"}) collector.at("16:55:00").list(mailbox);
    collector.at("17:00:00").beat().tick();
    CHECK(collector.verdict() == "CLEAR");
}
