// Does the page Returns say who needs help now, and never guess? Requirements TS-3 and TS-6b.

#include <catch2/catch.hpp>

#include "tests/unit/wallboard_vocabulary.hpp"

using namespace wallboard;
using namespace wallboard::test;

namespace {

constexpr std::size_t open = 0, overdue = 1, next = 2, bar = 3, needs = 4;

Wall half_an_hour_before_close()
{
    Wall wall{board("16:31:42")};
    owes(wall.snapshot.locations[0], 4);
    owes(wall.snapshot.locations[1], 9, 2);
    wall.snapshot.locations[1].at_risk = true;
    return wall;
}

}  // namespace

TEST_CASE("overdue is red with its number, the office and the day of the oldest",
          "[unit][wallboard][returns]")
{
    Wall wall = half_an_hour_before_close();
    const ReturnsView view = wall.returns();
    CHECK(view.overdue.standing == Standing::action);
    CHECK(view.overdue.word.full == "OVERDUE");
    CHECK(view.overdue.figures[0].figure == "2");
    CHECK(view.overdue.figures[0].subject.full == "Harbor");
    CHECK(view.overdue.figures[0].context == "left Mon 15:42");
    CHECK(view.table.rows[1].cells[overdue].badge == Badge{Standing::action, {}, "2"});

    owes(wall.snapshot.locations[0], 4, 1);
    CHECK(wall.returns().overdue.figures[0].subject.full == "Northside + 1 more");
}

TEST_CASE("what sticks out past the time left is at risk, in word and bar",
          "[unit][wallboard][returns]")
{
    Wall wall = half_an_hour_before_close();
    const ReturnsView view = wall.returns();
    CHECK(view.due.badge == Badge{Standing::warning, "1 AT RISK", {}});
    CHECK(view.due.figures[0].figure == "11");
    CHECK(view.due.figures[0].subject.full == "20 returned");
    CHECK(view.due.figures[0].context == "of 31");
    CHECK(view.table.columns[4].title == "work against the 28 min left");
    const TableRow& harbor = view.table.rows[1];
    CHECK(harbor.cells[needs].badge == Badge{Standing::warning, "at risk, 45 min", {}});
    REQUIRE(harbor.cells[bar].bar);
    CHECK(harbor.cells[bar].bar->over);
    CHECK(harbor.cells[bar].bar->work == Approx(45.0 / 50));
    CHECK(harbor.cells[bar].bar->tick == Approx(28.3 / 50).epsilon(0.01));
    const TableRow& north = view.table.rows[0];
    CHECK_FALSE(north.cells[bar].bar->over);
    CHECK(north.cells[needs].text == "20 min");
    CHECK(north.cells[next].text == "17:00");
    CHECK(view.close.figures[0].figure == "28:18");
    CHECK(view.close.aside == "17:00 CST");
}

TEST_CASE("an office without duties says why it is quiet", "[unit][wallboard][returns]")
{
    Wall wall{board("14:00:00")};
    wall.snapshot.locations[0].due_today_all = 7;
    const ReturnsView view = wall.returns();
    CHECK(view.table.rows[0].cells[bar].text == "all returned");
    CHECK(view.table.rows[1].cells[bar].text == "none due");
    CHECK(view.overdue.standing == Standing::normal);
    CHECK(view.overdue.figures[0].subject.full == "none overdue");
}

TEST_CASE("an office that is closed shows how its day was judged", "[unit][wallboard][returns]")
{
    Wall wall{board("17:05:00")};
    for (Location& location : wall.snapshot.locations) location.hours = Hours::closed;
    wall.snapshot.days = {checked("north", Verdict::clear), checked("harbor", Verdict::violations)};
    wall.snapshot.days[1].open = 4;
    const auto cell = [&](std::size_t row) { return wall.returns().table.rows[row].cells[needs]; };
    CHECK(wall.returns().table.rows[0].cells[bar].text == "closed 17:00");
    CHECK(cell(0).text == "CLEAR");
    CHECK(cell(0).mark == Mark::tick);
    CHECK(cell(1).badge == Badge{Standing::action, "open", "4"});

    wall.snapshot.days[0].attempted = 2;
    CHECK(cell(0).text == "CLEAR, 2 tried");
    wall.snapshot.days[0].provisional = true;
    CHECK(cell(0).badge == Badge{Standing::unknown, "UNKNOWN", {}});
    CHECK(wall.returns().close.figures[0].subject.full == "closed");
}

TEST_CASE("the figures of a silent source are question marks, those of others stand",
          "[unit][wallboard][returns]")
{
    Wall wall = half_an_hour_before_close();
    wall.snapshot.sources[1].state = SourceState::silent;
    const ReturnsView view = wall.returns();
    CHECK(view.table.rows[1].unknown);
    for (const std::size_t i : {open, overdue, next, needs})
        CHECK(view.table.rows[1].cells[i].text == "?");
    CHECK(view.table.rows[0].cells[open].text == "4");
    CHECK(view.overdue.badge == Badge{Standing::unknown, "1 not known", {}});
    CHECK(view.due.figures[0].context == "of 14 known");

    wall.snapshot.sources[0].state = SourceState::silent;
    CHECK(wall.returns().overdue.standing == Standing::unknown);
    CHECK(wall.returns().overdue.figures[0].figure == "?");
}

TEST_CASE("before monitoring starts nothing is owed", "[unit][wallboard][returns]")
{
    Wall wall = half_an_hour_before_close();
    for (Location& location : wall.snapshot.locations) location.hours = Hours::not_yet_monitored;
    const ReturnsView view = wall.returns();
    CHECK(view.overdue.standing == Standing::normal);
    CHECK(view.table.rows[1].cells[bar].text == "not yet monitored");
    CHECK(view.table.rows[1].cells[overdue].text == "\u2013");
}

TEST_CASE("offices that do not fit come worst first and in turns", "[unit][wallboard][returns]")
{
    Wall wall{board("16:31:42")};
    wall.snapshot.locations.clear();
    wall.snapshot.sources.clear();
    for (int i = 0; i < 40; ++i)
        wall.snapshot.locations.push_back(office("l" + std::to_string(i), std::to_string(i)));
    owes(wall.snapshot.locations[31], 3);
    owes(wall.snapshot.locations[17], 8);
    wall.snapshot.locations[17].at_risk = true;
    owes(wall.snapshot.locations[25], 4, 2);
    wall.snapshot.locations[9].data_known = false;
    const ReturnsView view = wall.returns();
    const auto& rows = view.table.rows;
    CHECK(rows[0].name.full == "25");
    CHECK(rows[1].name.full == "17");
    CHECK(rows[2].name.full == "9");
    CHECK(rows[3].name.full == "31");
    CHECK(view.table.more == "1\u201310 of 40 offices, worst first");
    CHECK(wall.returns(Micros{0}, 1).table.rows[0].name.full == "6");
}

TEST_CASE("a board of an older collector is still read", "[unit][wallboard][returns]")
{
    Wall wall{board("16:31:42")};
    wall.snapshot.locations[0].unreturned = wall.snapshot.locations[0].due_today = 6;
    const ReturnsView view = wall.returns();
    CHECK(view.table.rows[0].cells[needs].badge == Badge{Standing::warning, "at risk, 30 min", {}});
}

TEST_CASE("a promise that was not kept is amber at its office, and all of them are told in words",
          "[unit][wallboard][returns]")
{
    constexpr std::size_t missed = 5;
    Wall wall{board("14:05:11")};
    owes(wall.snapshot.locations[0], 4);
    wall.snapshot.locations[1].promises_missed = 2;
    const ReturnsView view = wall.returns();
    CHECK(view.table.columns[missed + 1].title == "promises");
    CHECK(view.table.rows[1].cells[missed].badge == Badge{Standing::warning, "missed", "2"});
    CHECK_FALSE(view.table.rows[0].cells[missed].badge);
    CHECK(view.table.rows[0].cells[missed].text.empty());
    CHECK(view.due.standing == Standing::warning);
    CHECK(view.due.badge == Badge{Standing::warning, "2 MISSED", {}});
    CHECK(view.due.figures[0].subject.full == "2 promises missed");
    CHECK(view.due.figures[0].context == "10 returned of 14");

    wall.snapshot.locations[1].promises_missed = 1;
    CHECK(wall.returns().due.figures[0].subject.full == "1 promise missed");
}

TEST_CASE("nothing is said of promises while all are kept", "[unit][wallboard][returns]")
{
    for (const Layout& layout : {Layout{}, Layout{Shape::upright, 1080, 1920}}) {
        Wall wall = half_an_hour_before_close();
        wall.layout = layout;
        const std::size_t columns = wall.returns().table.columns.size();
        wall.snapshot.locations[0].promises_missed = 1;
        CHECK(wall.returns().table.columns.size() == columns + (layout.wide() ? 1 : 0));
        wall.snapshot.locations[0].hours = Hours::not_yet_monitored;
        CHECK(wall.returns().table.columns.size() == columns);
        CHECK(wall.returns().due.figures[0].subject.full.find("missed") == std::string::npos);
    }
}

TEST_CASE("what is at risk can still be mended, and keeps its badge beside missed promises",
          "[unit][wallboard][returns]")
{
    Wall wall = half_an_hour_before_close();
    for (Location& location : wall.snapshot.locations) location.promises_missed = 6;
    CHECK(wall.returns().due.badge == Badge{Standing::warning, "1 AT RISK", {}});
    CHECK(wall.returns().due.figures[0].subject.full == "12 promises missed");

    wall.layout = {Shape::far, 1280, 1100};
    const auto cell = [&](std::size_t row) {
        return wall.returns().table.rows[row].cells[0].badge;
    };
    CHECK(cell(0) == Badge{Standing::warning, "promise", "missed"});
    CHECK(cell(1) == Badge{Standing::action, {}, "2"});
    wall.snapshot.locations[1].overdue = 0;
    CHECK(cell(1) == Badge{Standing::warning, "at risk, 45 min", {}});
}

TEST_CASE("promises of an office that is not heard are not known", "[unit][wallboard][returns]")
{
    Wall wall = half_an_hour_before_close();
    for (Location& location : wall.snapshot.locations) location.promises_missed = 1;
    wall.snapshot.sources[1].state = SourceState::silent;
    const ReturnsView view = wall.returns();
    CHECK(view.table.rows[1].cells[5].text == "?");
    CHECK(view.due.figures[0].subject.full == "1 promise missed");
    CHECK(view.due.figures[0].context == "10 returned of 14 known");
}

TEST_CASE("of offices that do not fit, one with a missed promise comes before a quiet one",
          "[unit][wallboard][returns]")
{
    Wall wall{board("14:05:11")};
    for (int i = 0; i < 40; ++i)
        wall.snapshot.locations.push_back(office("l" + std::to_string(i), std::to_string(i)));
    owes(wall.snapshot.locations[5], 3);
    wall.snapshot.locations[30].promises_missed = 1;
    CHECK(wall.returns().table.rows[0].name.full == "28");
    CHECK(wall.returns().table.rows[1].name.full == "3");
}
