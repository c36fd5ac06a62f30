// Does the page Departures say which mailboxes of people who left are still connected, and who
// answers them? Requirement TS-9.

#include <catch2/catch.hpp>

#include "tests/unit/wallboard_vocabulary.hpp"

using namespace wallboard;
using namespace wallboard::test;

namespace {

/// Five who left, in two offices; two are red.
Wall five_left()
{
    Wall wall{board("14:12:05")};
    people_left(wall.snapshot.locations[0], {0, 1, 0, 0, 1, 0});
    people_left(wall.snapshot.locations[1], {1, 1, 1, 0, 0, 0});
    for (Location& location : wall.snapshot.locations)
        location.departures.requested = location.departures.pending;
    return wall;
}

std::vector<Standing> standings(const DayColumn& column)
{
    std::vector<Standing> all;
    for (const Block& block : column.blocks) all.push_back(block.standing);
    return all;
}

}  // namespace

TEST_CASE("a mailbox that is connected for too long is red, with how many and since when",
          "[unit][wallboard][departures]")
{
    Wall wall = five_left();
    const Hero hero = wall.departures().connected;
    CHECK(hero.standing == Standing::action);
    CHECK(hero.word.full == "STILL CONNECTED");
    CHECK(hero.aside == "2 offices");
    CHECK(hero.figures[0].figure == "2");
    CHECK(hero.figures[0].subject.full == "mailboxes, more than");
    CHECK(hero.figures[0].context == "1 workday after the person left");

    people_left(wall.snapshot.locations[0], {0, 2, 0, 0, 0, 0});
    for (Location& location : wall.snapshot.locations) location.departures.red_after_workdays = 3;
    CHECK(wall.departures().connected.aside == "Harbor");
    CHECK(wall.departures().connected.figures[0].subject.full == "mailbox, more than");
    CHECK(wall.departures().connected.figures[0].context == "3 workdays after the person left");
}

TEST_CASE("before that it is amber, and says when it turns red", "[unit][wallboard][departures]")
{
    Wall wall{board("14:12:05")};
    people_left(wall.snapshot.locations[0], {1, 2, 0, 0, 0, 0});
    wall.snapshot.locations[1].departures.red_after_workdays = 1;
    CHECK(wall.departures().connected.standing == Standing::warning);
    CHECK(wall.departures().connected.badge == Badge{Standing::warning, "STILL CONNECTED", {}});
    CHECK(wall.departures().connected.figures[0].figure == "3");
    CHECK(wall.departures().connected.figures[0].context == "red after 1 workday");

    wall.snapshot.locations[0].departures.seen_off = 3;
    CHECK(wall.departures().connected.standing == Standing::normal);
    CHECK(wall.departures().connected.figures[0].subject.full == "all disconnected");
    CHECK(wall.departures().connected.figures[0].context == "3 to be confirmed");
}

TEST_CASE("when nobody left nothing is coloured, and the words are calm",
          "[unit][wallboard][departures]")
{
    Wall wall{board("14:12:05")};
    const DeparturesView view = wall.departures();
    CHECK(view.connected.standing == Standing::normal);
    CHECK(view.connected.figures[0].subject.full == "nobody left");
    CHECK(view.answered.figures[0].subject.full == "nothing to answer");
    CHECK(view.messages.figures[0].subject.full == "nothing waits");
    for (const Stage& stage : view.stages) CHECK_FALSE(stage.badge);
    for (const DayColumn& column : view.days.columns) CHECK(column.blocks.empty());

    wall.snapshot.locations[0].departures.confirmed_today = 1;
    CHECK(wall.departures().connected.figures[0].subject.full == "all disconnected");
}

TEST_CASE("a mailbox that nobody answers is amber, with its office",
          "[unit][wallboard][departures]")
{
    Wall wall = five_left();
    CHECK(wall.departures().answered.standing == Standing::normal);
    wall.snapshot.locations[1].departures.unanswered = 1;
    const Hero hero = wall.departures().answered;
    CHECK(hero.standing == Standing::warning);
    CHECK(hero.badge == Badge{Standing::warning, "NOBODY ANSWERS", {}});
    CHECK(hero.aside == "Harbor");
    CHECK(hero.figures[0].figure == "1");
    CHECK(hero.figures[0].subject.full == "of 5 departed mailboxes");
    CHECK(hero.figures[0].context == "has no cover today");
}

TEST_CASE("four counts tell how far each departure has come", "[unit][wallboard][departures]")
{
    Wall wall = five_left();
    wall.snapshot.locations[1].departures.requested = 2;
    wall.snapshot.locations[0].departures.seen_off = 2;
    wall.snapshot.locations[0].departures.confirmed_today = 1;
    const auto stages = wall.departures().stages;
    REQUIRE(stages.size() == 4);
    CHECK(stages[0].label == "left");
    CHECK(stages[0].figure == "5");
    CHECK(stages[1].figure == "4");
    CHECK(stages[1].below == "1 not yet requested");
    CHECK(stages[2].figure == "2");
    CHECK(stages[3].figure == "1");
    CHECK(stages[2].leads_on);
    CHECK_FALSE(stages[3].leads_on);
}

TEST_CASE("reopened is red and unverified amber, each with its word",
          "[unit][wallboard][departures]")
{
    Wall wall = five_left();
    wall.snapshot.locations[0].departures.unverified = 2;
    wall.snapshot.locations[1].departures.reopened = 1;
    CHECK(wall.departures().stages[2].badge == Badge{Standing::warning, "2 unverified", {}});
    CHECK(wall.departures().stages[3].badge == Badge{Standing::action, "1 reopened", {}});

    wall.snapshot.locations[0].departures = {};
    const Hero hero = wall.departures().connected;
    CHECK(hero.standing == Standing::action);
    CHECK(hero.word.full == "REOPENED");
    CHECK(hero.figures[0].subject.full == "mailbox: a message came");
    CHECK(hero.figures[0].context == "after the confirmation");
}

TEST_CASE("each mailbox is a block on its day, red past the dashed line",
          "[unit][wallboard][departures]")
{
    Wall wall = five_left();
    const DayBlocks days = wall.departures().days;
    const std::vector<Standing> grey{Standing::normal}, red{Standing::action};
    REQUIRE(days.columns.size() == 6);
    CHECK(standings(days.columns[0]) == grey);
    CHECK(standings(days.columns[1]) == std::vector{Standing::normal, Standing::normal});
    CHECK(standings(days.columns[2]) == red);
    CHECK(days.columns[3].blocks.empty());
    CHECK(standings(days.columns[4]) == red);
    CHECK(days.limit_words == "red after 1 workday");
    REQUIRE(days.limit);
    CHECK(days.limit->x > days.columns[1].foot.right());
    CHECK(days.limit->right() < days.columns[2].foot.x);
    CHECK(days.columns[5].label.full == "5 or more");
}

TEST_CASE("as many blocks are red as the collector says, those that left first",
          "[unit][wallboard][departures]")
{
    Wall wall = five_left();
    wall.snapshot.locations[1].departures.red = 2;
    CHECK(standings(wall.departures().days.columns[1]) ==
          std::vector{Standing::action, Standing::normal});
}

TEST_CASE("a limit of five workdays and more stands in words, without a line",
          "[unit][wallboard][departures]")
{
    Wall wall = five_left();
    for (Location& location : wall.snapshot.locations) location.departures.red_after_workdays = 10;
    CHECK(wall.departures().days.limit_words == "red after 10 workdays");
    CHECK_FALSE(wall.departures().days.limit);
    wall.snapshot.locations[0].departures.red_after_workdays = 2;
    CHECK(wall.departures().days.limit_words.empty());
}

TEST_CASE("more mailboxes than there is room for are one tall block with their number",
          "[unit][wallboard][departures]")
{
    Wall wall{board("14:12:05")};
    people_left(wall.snapshot.locations[0], {4, 1234567, 0, 0, 0, 9});
    const DayBlocks days = wall.departures().days;
    CHECK(days.columns[0].blocks.size() == 4);
    REQUIRE(days.columns[1].blocks.size() == 1);
    CHECK(days.columns[1].blocks[0].figure == "1.2 M");
    CHECK(days.columns[5].blocks[0].figure == "9");
    CHECK(days.columns[5].blocks[0].standing == Standing::action);
    for (const DayColumn& column : days.columns)
        for (const Block& block : column.blocks) {
            CHECK(block.box.bottom() < column.foot.y);
            CHECK(block.box.y > days.box.y + 63);
        }
}

TEST_CASE("open messages have the first close and the next promise",
          "[unit][wallboard][departures]")
{
    Wall wall = five_left();
    wall.snapshot.locations[0].departures.open_messages = 3;
    wall.snapshot.locations[1].departures.open_messages = 4;
    CHECK(wall.departures().messages.figures[0].context == "no hours promised");
    wall.snapshot.locations[1].departures.next_promise = at("15:30:00");
    const HeroFigure figure = wall.departures().messages.figures[0];
    CHECK(figure.figure == "7");
    CHECK(figure.subject.full == "due by 17:00");
    CHECK(figure.context == "next promise 15:30");

    wall.snapshot.as_of = at("17:05:00");
    for (Location& location : wall.snapshot.locations) location.hours = Hours::closed;
    CHECK(wall.departures().messages.figures[0].subject.full == "closed 17:00");
    CHECK(wall.departures().messages.figures[0].context == "promised 15:30");
}

TEST_CASE("an office whose source is silent is not known, and takes nothing from the others",
          "[unit][wallboard][departures]")
{
    Wall wall = five_left();
    wall.snapshot.sources[1].state = SourceState::silent;
    const DeparturesView view = wall.departures();
    CHECK(view.connected.figures[0].figure == "1");
    CHECK(view.stages[0].figure == "2");
    CHECK(view.stages[0].badge == Badge{Standing::unknown, "1 office not known", {}});

    wall.snapshot.locations[0].departures = {};
    CHECK(wall.departures().connected.badge == Badge{Standing::unknown, "1 office not known", {}});

    wall.snapshot.locations[0].data_known = false;
    const DeparturesView nothing = wall.departures();
    CHECK(nothing.connected.standing == Standing::unknown);
    CHECK(nothing.connected.figures[0].figure == "?");
    CHECK(nothing.stages[2].figure == "?");
    CHECK(nothing.messages.figures[0].figure == "?");
    CHECK(nothing.days.standing == Standing::unknown);
    REQUIRE(nothing.days.columns[3].blocks.size() == 1);
    CHECK(nothing.days.columns[3].blocks[0].figure == "?");
}

TEST_CASE("mailboxes of which the days are not told are not known, never zero days",
          "[unit][wallboard][departures]")
{
    Wall wall = five_left();
    wall.snapshot.locations[0].departures.by_workdays.reset();
    CHECK(wall.departures().days.badge == Badge{Standing::unknown, "2 not dated", {}});
    wall.snapshot.locations[1].departures.by_workdays.reset();
    CHECK(wall.departures().days.standing == Standing::unknown);
}

TEST_CASE("before monitoring starts no departure is judged", "[unit][wallboard][departures]")
{
    Wall wall = five_left();
    for (Location& location : wall.snapshot.locations) location.hours = Hours::not_yet_monitored;
    const DeparturesView view = wall.departures();
    CHECK(view.connected.standing == Standing::normal);
    CHECK(view.connected.figures[0].subject.full == "not yet monitored");
    CHECK(view.stages[0].figure == "\u2013");
    CHECK(wall.alarms.active.empty());
}

TEST_CASE("from far away the offices are listed with the worst that is to be said",
          "[unit][wallboard][departures]")
{
    Wall wall = five_left();
    wall.layout = {Shape::far, 1200, 900};
    for (int i = 0; i < 20; ++i)
        wall.snapshot.locations.push_back(office("l" + std::to_string(i), std::to_string(i)));
    wall.snapshot.locations[5].departures.unanswered = 1;
    wall.snapshot.locations[6].departures.unverified = 2;
    wall.snapshot.locations[7].data_known = false;
    wall.snapshot.locations[8].hours = Hours::not_yet_monitored;
    std::vector<Cell> cells;
    for (std::size_t turn = 0; turn < 22; ++turn)
        cells.push_back(wall.departures(Micros{0}, turn).table.rows[0].cells[0]);
    CHECK(cells[0].badge == Badge{Standing::action, "connected", "1"});
    const DeparturesView view = wall.departures();
    CHECK(view.table.more.find("of 22 offices, worst first") != std::string::npos);
    CHECK(view.days.box.empty());
}
