// Does the page Greetings and scripts say what is to be changed and where, and never call unknown
// good? Requirements TS-0, TS-4, TS-A1, TS-A2.

#include <catch2/catch.hpp>

#include "tests/unit/wallboard_vocabulary.hpp"

using namespace wallboard;
using namespace wallboard::test;

namespace {

constexpr std::size_t share = 0, count = 1, script = 2;

Wall one_morning()
{
    Wall wall{board("09:18:30")};
    greets(wall.snapshot.locations[0], 22, 1);
    greets(wall.snapshot.locations[1], 11);
    return wall;
}

/// The cell beside these words in the table of kinds.
Cell kind(Wall& wall, const std::string& words)
{
    for (const TableRow& row : wall.greetings().kinds.rows)
        if (row.name.full == words) return row.cells[0];
    return text_cell("no such row");
}

}  // namespace

TEST_CASE("a bad route is red, with its office, its option and what is wrong with it",
          "[unit][wallboard][greetings]")
{
    Wall wall = one_morning();
    Greetings& harbor = wall.snapshot.locations[1].greetings;
    harbor.bad_routes = 1;
    harbor.bad_route_first = {.option = "3", .fault = "empty"};
    const Hero hero = wall.greetings().routes;
    CHECK(hero.standing == Standing::action);
    CHECK(hero.word.full == "BAD ROUTE");
    CHECK(hero.figures[0].figure == "1");
    CHECK(hero.figures[0].subject.full == "Harbor");
    CHECK(hero.figures[0].context == "option 3 rings nobody");

    harbor.bad_route_first = {.option = "", .fault = "departed"};
    CHECK(wall.greetings().routes.figures[0].context == "main number rings who left");
    harbor.bad_route_first = {.option = "7", .fault = "unknown"};
    CHECK(wall.greetings().routes.figures[0].context == "option 7 leads nowhere");
    harbor.bad_route_first = {.option = "7", .fault = "of a later version"};
    CHECK(wall.greetings().routes.figures[0].context == "option 7 is not right");

    wall.snapshot.locations[0].greetings.bad_routes = 2;
    CHECK(wall.greetings().routes.word.full == "BAD ROUTES");
    CHECK(wall.greetings().routes.figures[0].subject.full == "Northside + 1 more");
    CHECK(wall.greetings().routes.figures[0].context == "which one is not told");
}

TEST_CASE("greetings to change are amber, with the share that conforms",
          "[unit][wallboard][greetings]")
{
    Wall wall = one_morning();
    const Hero hero = wall.greetings().greetings;
    CHECK(hero.standing == Standing::warning);
    CHECK(hero.badge == Badge{Standing::warning, "1 TO CHANGE", {}});
    CHECK(hero.figures[0].figure == "97.0");
    CHECK(hero.figures[0].subject.full == "% conform");
    CHECK(hero.figures[0].context == "32 of 33");
    CHECK(wall.greetings().routes.standing == Standing::normal);
}

TEST_CASE("the share is never rounded to all or to none", "[unit][wallboard][greetings]")
{
    Wall wall = one_morning();
    greets(wall.snapshot.locations[0], 100'000, 1);
    CHECK(wall.greetings().greetings.figures[0].figure == "99.9");
    greets(wall.snapshot.locations[0], 100'000, 100'000);
    CHECK(wall.greetings().greetings.figures[0].figure == "0.1");
    greets(wall.snapshot.locations[0], 100'000, 0);
    CHECK(wall.greetings().greetings.figures[0].figure == "100");
}

TEST_CASE("where nothing is asked there is a dash, not a hundred per cent",
          "[unit][wallboard][greetings]")
{
    Wall wall{board("09:18:30")};
    wall.snapshot.locations[0].greetings.script = ScriptState::not_asked;
    const GreetingsView view = wall.greetings();
    CHECK(view.greetings.figures[0].figure == "\u2013");
    CHECK(view.messages.figures[0].figure == "\u2013");
    CHECK(view.table.rows[0].cells[share].text == "nothing is asked");
    CHECK(view.table.rows[0].cells[count].text == "\u2013");
    CHECK(view.table.rows[0].cells[script].text == "not asked");
    CHECK(view.table.rows[1].cells[script].text == "?");
}

TEST_CASE("a greeting that nobody attested is neither conforming nor a fault",
          "[unit][wallboard][greetings]")
{
    Wall wall = one_morning();
    wall.snapshot.locations[1].greetings.not_known = 2;
    CHECK(wall.greetings().greetings.figures[0].context == "30 of 33");
    CHECK(wall.greetings().table.rows[1].cells[share].share == ShareBar{9, 0, 2});
    CHECK(wall.greetings().table.rows[1].cells[count].text == "9 of 11");
    CHECK(kind(wall, "nobody attested").badge == Badge{Standing::unknown, {}, "2"});

    greets(wall.snapshot.locations[0], 22);
    CHECK(wall.greetings().greetings.standing == Standing::normal);
    CHECK(wall.greetings().greetings.badge == Badge{Standing::unknown, "2 NOT ATTESTED", {}});

    wall.snapshot.locations[0].greetings.not_known = 22;
    wall.snapshot.locations[1].greetings.not_known = 11;
    CHECK(wall.greetings().greetings.standing == Standing::unknown);
    CHECK(wall.greetings().greetings.figures[0].figure == "?");
    CHECK(wall.greetings().table.rows[0].cells[count].text == "?");
}

TEST_CASE("counts that contradict each other never make more conform",
          "[unit][wallboard][greetings]")
{
    Greetings greetings;
    greetings.asked = 10;
    greetings.faults = 8;
    greetings.not_known = 9;
    CHECK(shares_of(greetings).conform == 0);
    CHECK(shares_of(greetings).not_known == 2);
    greetings.asked = 0;
    CHECK(shares_of(greetings).asked == 8);
    CHECK(shares_of(greetings).conform == 0);
}

TEST_CASE("required messages are counted with the day they are due", "[unit][wallboard][greetings]")
{
    Wall wall = one_morning();
    wall.snapshot.locations[1].greetings.not_known = 3;
    Hero hero = wall.greetings().messages;
    CHECK(hero.standing == Standing::normal);
    CHECK(hero.figures[0].figure == "30");
    CHECK(hero.figures[0].subject.full == "of 33 ready");
    CHECK(hero.figures[0].context == "by Mon 30 Nov");

    wall.snapshot.locations[1].greetings.deadline = "2026-11-27";
    CHECK(wall.greetings().messages.figures[0].context == "first by Fri 27 Nov");
    wall.snapshot.locations[0].greetings.deadline = "soon";
    wall.snapshot.locations[1].greetings.deadline = "";
    CHECK(wall.greetings().messages.figures[0].context == "no date is set");

    wall.snapshot.locations[1].greetings.faults = 2;
    wall.snapshot.locations[1].greetings.by_kind = {{"GREETING_NOT_RECORDED", 2}};
    hero = wall.greetings().messages;
    CHECK(hero.standing == Standing::warning);
    CHECK(hero.badge == Badge{Standing::warning, "MISSING", "2"});
    CHECK(hero.figures[0].figure == "28");
}

TEST_CASE("each telephone is a block, each wrong one a triangle", "[unit][wallboard][greetings]")
{
    Wall wall{board("09:18:30")};
    greets(wall.snapshot.locations[0], 20, 1);
    greets(wall.snapshot.locations[1], 11);
    CHECK(wall.greetings().table.columns[1].title == "greetings that conform");
    CHECK(wall.greetings().table.rows[0].cells[share].share == ShareBar{19, 1, 0});
    CHECK(wall.greetings().table.rows[0].cells[count].text == "19 of 20");

    greets(wall.snapshot.locations[1], 100, 1);
    CHECK(wall.greetings().table.columns[1].title == "conform, a block is 10");
    CHECK(wall.greetings().table.rows[1].cells[share].share == ShareBar{10, 1, 0});
}

TEST_CASE("a script is told by its version, or by what is missing", "[unit][wallboard][greetings]")
{
    Wall wall = one_morning();
    Greetings& greetings = wall.snapshot.locations[0].greetings;
    const auto cell = [&] { return wall.greetings().table.rows[0].cells[script]; };
    CHECK(cell().text == "v 4");
    CHECK(cell().mark == Mark::tick);
    greetings.script = ScriptState::outdated;
    greetings.script_version = "3";
    CHECK(cell().badge == Badge{Standing::warning, "old v 3", {}});
    greetings.script = ScriptState::not_attested;
    CHECK(cell().badge == Badge{Standing::warning, "not attested", {}});
    greetings.script = ScriptState::not_approved;
    CHECK(cell().badge == Badge{Standing::warning, "not approved", {}});
    greetings.script = ScriptState::unknown;
    CHECK(cell().text == "?");
}

TEST_CASE("kinds of fault have their counts, and none is lost", "[unit][wallboard][greetings]")
{
    Wall wall = one_morning();
    wall.snapshot.locations[1].greetings.by_kind = {
        {"GREETING_STALE", 2}, {"GREETING_NO_HOURS", 1}, {"GREETING_OF_A_LATER_VERSION", 4}};
    wall.snapshot.locations[1].greetings.faults = 7;
    wall.snapshot.locations[1].greetings.barred = 3;
    CHECK(kind(wall, "out of date").badge == Badge{Standing::warning, {}, "3"});
    CHECK(kind(wall, "no hours named").badge == Badge{Standing::warning, {}, "1"});
    CHECK(kind(wall, "away, no date").text == "0");
    CHECK(kind(wall, "other").badge == Badge{Standing::warning, {}, "4"});
    CHECK(kind(wall, "nobody attested").text == "0");
    CHECK(kind(wall, "mailbox full").badge == Badge{Standing::warning, {}, "3"});
}

TEST_CASE("an office whose source is silent has question marks, the others their figures",
          "[unit][wallboard][greetings]")
{
    Wall wall = one_morning();
    wall.snapshot.locations[1].greetings.bad_routes = 1;
    wall.snapshot.sources[1].state = SourceState::silent;
    const GreetingsView view = wall.greetings();
    CHECK(view.table.rows[1].unknown);
    CHECK(view.table.rows[1].cells[share].text == "a source is silent");
    CHECK(view.table.rows[1].cells[count].text == "?");
    CHECK(view.table.rows[1].cells[script].text == "?");
    CHECK(view.table.rows[0].cells[count].text == "21 of 22");
    CHECK(view.greetings.figures[0].context == "21 of 22");
    CHECK(view.routes.badge == Badge{Standing::unknown, "1 not known", {}});
    CHECK(kind(wall, "offices not known").badge == Badge{Standing::unknown, {}, "1"});

    wall.snapshot.locations[0].data_known = false;
    CHECK(wall.greetings().greetings.standing == Standing::unknown);
    CHECK(wall.greetings().routes.figures[0].figure == "?");
    CHECK(kind(wall, "out of date").text == "?");
}

TEST_CASE("before monitoring starts no greeting is judged", "[unit][wallboard][greetings]")
{
    Wall wall = one_morning();
    wall.snapshot.locations[0].greetings.bad_routes = 1;
    for (Location& location : wall.snapshot.locations) location.hours = Hours::not_yet_monitored;
    const GreetingsView view = wall.greetings();
    CHECK(view.routes.standing == Standing::normal);
    CHECK(view.greetings.figures[0].subject.full == "not yet monitored");
    CHECK(view.table.rows[0].cells[share].text == "not yet monitored");
    CHECK(view.table.rows[0].cells[script].text == "\u2013");
    CHECK(kind(wall, "out of date").text == "\u2013");
    CHECK(wall.alarms.active.empty());
}

TEST_CASE("offices that do not fit come worst first, and in turns", "[unit][wallboard][greetings]")
{
    Wall wall{board("09:18:30")};
    wall.snapshot.locations.clear();
    wall.snapshot.sources.clear();
    for (int i = 0; i < 40; ++i) {
        wall.snapshot.locations.push_back(office("l" + std::to_string(i), std::to_string(i)));
        greets(wall.snapshot.locations.back(), 12);
    }
    greets(wall.snapshot.locations[9], 12, 1);
    greets(wall.snapshot.locations[8], 12, 4);
    wall.snapshot.locations[7].data_known = false;
    wall.snapshot.locations[6].greetings.script = ScriptState::outdated;
    wall.snapshot.locations[5].greetings.not_known = 1;
    wall.snapshot.locations[30].greetings.bad_routes = 1;
    const auto rows = wall.greetings().table.rows;
    std::vector<std::string> names;
    for (std::size_t i = 0; i < 6; ++i) names.push_back(rows[i].name.full);
    CHECK(names == std::vector<std::string>{"30", "8", "9", "7", "6", "5"});
    CHECK(wall.greetings().table.more.find("of 40 offices, worst first") != std::string::npos);
    CHECK(wall.greetings(Micros{0}, 1).table.rows[0].name.full != "30");
}
