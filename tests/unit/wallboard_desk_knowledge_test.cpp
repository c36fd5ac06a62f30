// Which location and which rows does a page of the desk show, and which one is selected?

#include <catch2/catch.hpp>

#include "tests/unit/desk_vocabulary.hpp"

using namespace wallboard;
using namespace wallboard::desk;
using namespace wallboard::desk::test;
using Desk = wallboard::desk::test::Desk;

namespace {

std::string place(const Desk& desk) { return location_shown(desk.state, desk.known()); }

}  // namespace

TEST_CASE("End of day shows the chosen location, else the first that waits for a signature",
          "[unit][desk]")
{
    Desk desk;
    desk.page(Page::end_of_day);
    CHECK(place(desk) == "north");
    desk.board.days = {wallboard::test::checked("harbor", Verdict::clear)};
    CHECK(place(desk) == "harbor");
    desk.touch(ChooseLocation{"north"});
    CHECK(place(desk) == "north");
    desk.touch(ChooseLocation{"nowhere"});
    CHECK(place(desk) == "harbor");
    desk.board.days[0].signed_at = at("17:20:00");
    CHECK(place(desk) == "north");
    desk.board.days[0].signed_at = not_said;
    desk.board.days[0].judged = false;
    CHECK(place(desk) == "north");
    desk.board.locations.clear();
    desk.board.days.clear();
    CHECK(place(desk).empty());
}

TEST_CASE("Greetings and Team show the chosen location, else the first, whatever day waits",
          "[unit][desk]")
{
    const auto page = GENERATE(Page::greetings, Page::team);
    Desk desk;
    desk.page(page);
    desk.board.days = {wallboard::test::checked("harbor", Verdict::clear)};
    CHECK(place(desk) == "north");
    desk.touch(ChooseLocation{"harbor"});
    CHECK(place(desk) == "harbor");
    desk.board.locations.clear();
    CHECK(place(desk).empty());
}

TEST_CASE("messages do not hide behind a location that the board no longer has", "[unit][desk]")
{
    Desk desk;
    desk.left("n", "ada", "north");
    desk.left("h", "ada", "harbor");
    desk.touch(ChooseLocation{"harbor"});
    CHECK(desk.shown() == "h");
    CHECK(location_chosen(desk.state, desk.known()) == "harbor");
    desk.board.locations.pop_back();
    CHECK(desk.shown() == "n h");
    CHECK(location_chosen(desk.state, desk.known()).empty());
}

TEST_CASE("the selected row stays selected, and where it vanishes the first one is", "[unit][desk]")
{
    Desk desk;
    for (const auto* id : {"m1", "m2", "m3"}) desk.left(id);
    CHECK(desk.selected() == "m1");
    desk.touch(ChooseRow{"m2"});
    CHECK(desk.selected() == "m2");
    std::swap(desk.rows.messages[0], desk.rows.messages[1]);
    CHECK(desk.selected() == "m2");
    desk.rows.messages.erase(desk.rows.messages.begin());
    CHECK(desk.selected() == "m1");
    desk.left("m2");
    CHECK(desk.selected() == "m2");
    desk.rows.messages.clear();
    CHECK(desk.selected().empty());
    CHECK_FALSE(desk.press("c"));
}

TEST_CASE("messages are found by owner, group, caller, mailbox and state, whatever the case",
          "[unit][desk]")
{
    Desk desk;
    desk.knows("p1", "Ada Ruiz");
    desk.left("m1", "p1").state = "HEARD";
    desk.left("m2", "p2").caller = "ext. 102";
    Message& group = desk.left("m3", "");
    group.group = "front-desk";
    group.mailbox = "sw1/900";
    const auto found = [&](const std::string& text) {
        desk.state.find = TextField{text};
        return desk.shown();
    };
    CHECK(found("RUIZ") == "m1");
    CHECK(found("p1") == "m1");
    CHECK(found("heard") == "m1");
    CHECK(found("EXT. 1") == "m2");
    CHECK(found("Front") == "m3");
    CHECK(found("sw1") == "m3");
    CHECK(found("nobody").empty());
    CHECK(found("") == "m1 m2 m3");
}

TEST_CASE("departures are found by who left and by mailbox, of the chosen location", "[unit][desk]")
{
    Desk desk;
    desk.page(Page::departures);
    desk.knows("leo", "Leo Varga");
    desk.departed("box-1", "leo", "north");
    desk.departed("box-2", "mona", "harbor");
    CHECK(desk.shown() == "box-1 box-2");
    desk.state.find = TextField{"varga"};
    CHECK(desk.shown() == "box-1");
    desk.state.find = TextField{"BOX-2"};
    CHECK(desk.shown() == "box-2");
    desk.state.find.clear();
    desk.touch(ChooseLocation{"harbor"});
    CHECK(desk.shown() == "box-2");
}

TEST_CASE("greetings that are wrong come first, then those that nobody knows", "[unit][desk]")
{
    Desk desk;
    desk.page(Page::greetings);
    desk.greeting("good", "ada");
    desk.greeting("unknown", "ben").greeting = "not_known";
    desk.greeting("stale", "cleo").fault = "GREETING_STALE";
    desk.greeting("barred", "dan").barred_since = at("08:00:00");
    desk.greeting("elsewhere", "eve", "harbor");
    CHECK(desk.shown() == "stale barred unknown good");
    desk.state.find = TextField{"CLEO"};
    CHECK(desk.shown() == "stale");
    desk.state.find.clear();
    desk.touch(ChooseLocation{"harbor"});
    CHECK(desk.shown() == "elsewhere");
}

TEST_CASE("the rows of a day are the messages that need an exception", "[unit][desk]")
{
    Desk desk;
    desk.page(Page::end_of_day);
    CHECK(desk.shown().empty());
    desk.checked("north", "VIOLATIONS", {"m2", "m1"});
    desk.rows.days["north"].open[0].needs_exception = false;
    CHECK(desk.shown() == "m1");
}

TEST_CASE("people are of one location, by name, without those who left", "[unit][desk]")
{
    Desk desk{"manager", "mia"};
    desk.rows.people.clear();
    desk.page(Page::team);
    desk.knows("p1", "Zoë Kowalczyk");
    desk.knows("p2", "Ada Ruiz");
    desk.knows("Leo", "");
    desk.knows("p4", "Ben Okoye").has_left = true;
    desk.knows("p5", "Cleo Brandt", "harbor");
    CHECK(desk.shown() == "p2 Leo p1");
    desk.state.find = TextField{"ko"};
    CHECK(desk.shown() == "p1");
}

TEST_CASE("sources are the rows of Health, queues of Live, ranges of Trends", "[unit][desk]")
{
    Desk desk;
    CHECK(desk.page(Page::health).shown() == "pbx-north pbx-harbor");
    CHECK(desk.page(Page::live).shown() == "q-north q-harbor");
    CHECK(desk.page(Page::trends).shown() == "today");
}

TEST_CASE("names and messages are found by their index, the first of those with one id",
          "[unit][desk]")
{
    Desk desk;
    desk.rows.people.clear();
    desk.knows("zoe", "Zoë");
    desk.knows("ada", "Ada of north").has_left = true;
    desk.knows("ada", "Ada of harbor", "harbor");
    for (const auto* id : {"m2", "m1", "m3"}) desk.left(id);
    const auto found = [&] {
        const desk::Rows& rows = desk.rows;
        CHECK(rows.name_of("zoe") == "Zoë");
        CHECK(rows.name_of("ada") == "Ada of north");
        CHECK(rows.name_of("eve") == "eve");
        CHECK(rows.person_at("north", "ada") == nullptr);
        CHECK(rows.person_at("harbor", "ada")->name == "Ada of harbor");
        CHECK(rows.message("m1") == &rows.messages[1]);
        CHECK(rows.message("m3") == &rows.messages[2]);
        CHECK(rows.message("m4") == nullptr);
    };
    found();
    desk.rows.index();
    found();
    // Rows that came since are found too.
    desk.knows("eve", "Eve");
    desk.left("m4");
    CHECK(desk.rows.name_of("eve") == "Eve");
    CHECK(desk.rows.message("m4") == &desk.rows.messages[3]);
}

TEST_CASE("open messages are added up once for their rows, and anew for other rows", "[unit][desk]")
{
    Desk desk;
    desk.left("m1", "ada").flags = {"OVERDUE"};
    desk.left("m2", "zoe", "harbor").claimed_by = "sam";
    desk.left("m3", "ada").promised_to = at("11:00:00");
    const auto told = [&] {
        std::string all;
        const auto sums = desk.rows.open_sums();
        for (const OpenSum& one : *sums)
            all += one.location + " " + std::to_string(one.overdue) + " overdue " +
                   std::to_string(one.claimed) + " claimed " + std::to_string(one.promises.size()) +
                   " promised " + std::to_string(one.due.count("2026-11-24")) + "; ";
        for (const Message* one : desk.rows.messages_of("ada")) all += one->id + " ";
        return all;
    };
    const std::string all =
        "harbor 0 overdue 1 claimed 0 promised 1; north 1 overdue 0 claimed 1 promised 1; m1 m3 ";
    CHECK(told() == all);
    desk.rows.index();
    CHECK(told() == all);
    const auto sums = desk.rows.open_sums();
    CHECK(&*sums == &desk.rows.index_made.open_sums);
    desk.left("m4", "ada").flags = {"OVERDUE"};
    CHECK(told() ==
          "harbor 0 overdue 1 claimed 0 promised 1; north 2 overdue 0 claimed 1 promised 1; "
          "m1 m3 m4 ");
}

TEST_CASE("at most ten thousand rows are shown", "[unit][desk]")
{
    Desk desk;
    desk.rows.messages.resize(10'001);
    CHECK(rows_shown(desk.state, desk.known()).size() == 10'000);
}

TEST_CASE("an order that waits is told by its subject", "[unit][desk]")
{
    Desk desk;
    desk.left("m1");
    desk.left("m2");
    CHECK(desk.state.pending("m1") == nullptr);
    desk.press("c");
    REQUIRE(desk.state.pending("m1") != nullptr);
    CHECK(desk.state.pending("m1")->order.deed == Deed::claim);
    CHECK(desk.state.pending("m2") == nullptr);
}
