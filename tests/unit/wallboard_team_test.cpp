// Does the page Team count who is free, on a call, on a break and away, without a name and without
// blame, and never call unknown zero? Requirements TS-0, TS-1, TS-8.

#include <algorithm>

#include <catch2/catch.hpp>

#include "tests/unit/wallboard_vocabulary.hpp"

using namespace wallboard;
using namespace wallboard::test;

namespace {

Wall one_afternoon()
{
    Wall wall{board("14:07:00")};
    works(wall.snapshot.locations[0], {.staffed = 5, .on_call = 3, .weak = 1, .paused = 2});
    works(wall.snapshot.locations[1], {.staffed = 3, .on_call = 1, .unreachable = 1});
    wall.snapshot.locations[0].unreturned = 4;
    return wall;
}

/// What stands in the column of this title.
Cell cell(const TeamView& view, std::size_t row, const std::string& title)
{
    const auto& columns = view.table.columns;
    const auto found = std::find_if(columns.begin(), columns.end(),
                                    [&](const Column& one) { return one.title == title; });
    if (found == columns.end()) return text_cell("no such column");
    return view.table.rows[row].cells[static_cast<std::size_t>(found - columns.begin()) - 1];
}

Cell marks(const TeamView& view, std::size_t row) { return view.table.rows[row].cells[0]; }

std::vector<std::string> titles(const TeamView& view)
{
    std::vector<std::string> all;
    for (const Column& column : view.table.columns)
        if (!column.title.empty()) all.push_back(column.title);
    return all;
}

}  // namespace

TEST_CASE("free, on a call and on a break add up to who is logged on", "[unit][wallboard][team]")
{
    Wall wall = one_afternoon();
    const TeamView view = wall.team();
    CHECK(view.frame.title.full == "Team");
    CHECK(view.free.standing == Standing::normal);
    CHECK(view.free.word.full == "free now");
    CHECK(view.free.figures[0].figure == "4");
    CHECK(view.free.figures[0].subject.full == "of 10 logged on");
    CHECK(view.free.figures[0].context == "1 phone only");
    CHECK(view.on_call.figures[0].figure == "4");
    CHECK(view.on_break.figures[0].figure == "2");
}

TEST_CASE("a break is nobody's fault", "[unit][wallboard][team]")
{
    Wall wall = one_afternoon();
    wall.snapshot.locations[0].operators_paused = 40;
    const TeamView view = wall.team();
    CHECK(view.on_break.standing == Standing::normal);
    CHECK_FALSE(view.on_break.badge);
    CHECK_FALSE(cell(view, 0, "break").badge);
}

TEST_CASE("that nobody is free is amber while somebody is there", "[unit][wallboard][team]")
{
    Wall wall = one_afternoon();
    wall.snapshot.locations[0].operators_on_call = 5;
    wall.snapshot.locations[1].operators_on_call = 2;
    CHECK(wall.team().free.standing == Standing::normal);
    CHECK(wall.team().free.figures[0].figure == "1");
    wall.snapshot.locations[1].operators_on_call = 3;
    const Hero hero = wall.team().free;
    CHECK(hero.standing == Standing::warning);
    CHECK(hero.badge == Badge{Standing::warning, "NOBODY FREE", {}});
    CHECK(hero.figures[0].figure == "0");
    CHECK(hero.figures[0].subject.full == "free of 10 logged on");
    CHECK(hero.figures[0].context == "8 on a call");
}

TEST_CASE("more calls than operators at one office take nobody from another",
          "[unit][wallboard][team]")
{
    Wall wall = one_afternoon();
    wall.snapshot.locations[0].operators_on_call = 9;
    CHECK(wall.team().free.figures[0].figure == "2");
    CHECK(cell(wall.team(), 0, "free").text == "0");
}

TEST_CASE("an office without an operator is told as on Live", "[unit][wallboard][team]")
{
    Wall wall = one_afternoon();
    wall.snapshot.locations[1].operators_staffed = 0;
    for (const char* since : {"14:06:28", "14:02:28"}) {
        wall.snapshot.locations[1].no_operator_since = at(since);
        const Hero live = wall.live().answering, team = wall.team().free;
        CHECK(team.standing == live.standing);
        CHECK(team.figures[0].figure == live.figures[0].figure);
        CHECK(team.figures[0].subject == live.figures[0].subject);
        CHECK(team.figures[0].context == live.figures[0].context);
    }
    CHECK(wall.team().free.standing == Standing::action);
    CHECK(wall.team().free.word.full == "NO OPERATOR");
    CHECK_FALSE(wall.team().frame.elsewhere);
    CHECK(wall.team().free.figures[0].figure == "4:32");
    CHECK(marks(wall.team(), 1).badge == Badge{Standing::action, "none", {}});
    CHECK(cell(wall.team(), 1, "free").text == "0");
    CHECK(cell(wall.team(), 1, "off").text == "1");

    wall.snapshot.locations[1].no_operator_since = at("14:06:28");
    wall.alarms = {};
    CHECK(wall.team().free.figures[0].context == "nobody now");
    CHECK(marks(wall.team(), 1).text == "nobody, 0:32");
    CHECK(cell(wall.team(), 1, "free").text.empty());
}

TEST_CASE("somebody away without cover is amber, with a word", "[unit][wallboard][team]")
{
    Wall wall = one_afternoon();
    CHECK(wall.team().away.figures[0].figure == "0");
    CHECK(wall.team().away.figures[0].subject.full == "nobody");
    wall.snapshot.locations[0].staff_away = 3;
    CHECK(wall.team().away.standing == Standing::normal);
    CHECK_FALSE(wall.team().away.badge);
    CHECK(wall.team().away.figures[0].context == "nobody without cover");
    CHECK(titles(wall.team()) == std::vector<std::string>{"location", "free", "on call", "break",
                                                          "off", "phone only", "away",
                                                          "to return"});

    wall.snapshot.locations[0].no_cover = 2;
    const TeamView view = wall.team();
    CHECK(view.away.standing == Standing::warning);
    CHECK(view.away.badge == Badge{Standing::warning, "2 without cover", {}});
    CHECK(view.away.figures[0].figure == "3");
    CHECK(cell(view, 0, "away").text == "3");
    CHECK(cell(view, 0, "no cover").badge == Badge{Standing::warning, {}, "2"});
    CHECK(cell(view, 1, "no cover").text == "0");
}

TEST_CASE("an office has its marks as on Live, and its counts", "[unit][wallboard][team]")
{
    Wall wall = one_afternoon();
    const TeamView view = wall.team();
    CHECK(marks(view, 0).staff == StaffMarks{3, 1, 1});
    CHECK(cell(view, 0, "free").text == "2");
    CHECK(cell(view, 0, "on call").text == "3");
    CHECK(cell(view, 0, "break").text == "2");
    CHECK(cell(view, 0, "off").text == "0");
    CHECK(cell(view, 0, "phone only").text == "1");
    CHECK(cell(view, 0, "to return").text == "4");
    CHECK(cell(view, 1, "off").text == "1");
    wall.snapshot.locations[0].operators_staffed = 6;
    CHECK_FALSE(marks(wall.team(), 0).staff);
}

TEST_CASE("operators that are not seen are question marks, what else is known stays",
          "[unit][wallboard][team]")
{
    Wall wall = one_afternoon();
    wall.snapshot.locations[0].operators_known = false;
    const TeamView view = wall.team();
    CHECK(view.table.rows[0].unknown);
    for (const char* title : {"free", "on call", "break", "off", "phone only"})
        CHECK(cell(view, 0, title).text == "?");
    CHECK(cell(view, 0, "to return").text == "4");
    CHECK(view.free.badge == Badge{Standing::unknown, "1 office not known", {}});
    CHECK(view.on_call.figures[0].figure == "1");
    CHECK(view.on_call.figures[0].subject.full == "+ ?");
    CHECK(view.away.standing == Standing::normal);

    wall.snapshot.locations[1].unseen_since = at("14:00:00");
    CHECK(wall.team().free.standing == Standing::unknown);
    CHECK(wall.team().on_break.standing == Standing::unknown);
    CHECK(wall.team().on_break.figures[0].figure == "?");
}

TEST_CASE("of an office whose source is silent nothing is told", "[unit][wallboard][team]")
{
    Wall wall = one_afternoon();
    wall.snapshot.locations[0].no_cover = 2;
    wall.snapshot.sources[0].state = SourceState::silent;
    const TeamView view = wall.team();
    CHECK(view.table.rows[0].unknown);
    for (const char* title : {"free", "away", "to return"}) CHECK(cell(view, 0, title).text == "?");
    CHECK(view.away.badge == Badge{Standing::unknown, "1 office not known", {}});
    CHECK(view.away.figures[0].context == "in the other offices");
    wall.snapshot.locations[1].staff_away = wall.snapshot.locations[1].no_cover = 1;
    CHECK(wall.team().away.badge == Badge{Standing::warning, "1 without cover", {}});
    CHECK(wall.team().away.figures[0].context == "1 office not known");
    wall.snapshot.sources[1].state = SourceState::silent;
    CHECK(wall.team().away.figures[0].figure == "?");
}

TEST_CASE("a closed office says when it closed, and what is still to return",
          "[unit][wallboard][team]")
{
    Wall wall = one_afternoon();
    Location& harbor = wall.snapshot.locations[1];
    harbor.hours = Hours::closed;
    harbor.closes_at = at("14:00:00");
    harbor.zone_abbreviation = "EST";
    harbor.utc_offset = -5h;
    harbor.unreturned = 2;
    TeamView view = wall.team();
    CHECK(marks(view, 1).text == "closed 15:00 EST");
    CHECK(cell(view, 1, "free").text.empty());
    CHECK(cell(view, 1, "phone only").text.empty());
    CHECK(cell(view, 1, "to return").text == "2");
    CHECK(view.free.figures[0].subject.full == "of 7 logged on");

    wall.snapshot.locations[0].hours = Hours::closed;
    view = wall.team();
    CHECK(view.free.figures[0].subject.full == "closed");
    CHECK(view.on_call.figures[0].figure == "\u2013");
}

TEST_CASE("before monitoring starts nobody is counted", "[unit][wallboard][team]")
{
    Wall wall = one_afternoon();
    wall.snapshot.locations[0].no_cover = 2;
    for (Location& location : wall.snapshot.locations) location.hours = Hours::not_yet_monitored;
    const TeamView view = wall.team();
    CHECK(view.free.figures[0].subject.full == "not yet monitored");
    CHECK(view.away.figures[0].subject.full == "not yet monitored");
    CHECK(marks(view, 0).text == "not yet monitored");
    CHECK(cell(view, 0, "to return").text == "\u2013");
}

TEST_CASE("offices keep their order and come in pages, whoever has the most to do",
          "[unit][wallboard][team]")
{
    Wall wall{board("14:07:00")};
    wall.snapshot.locations.clear();
    wall.snapshot.sources.clear();
    for (int i = 0; i < 40; ++i)
        wall.snapshot.locations.push_back(office("l" + std::to_string(i), std::to_string(i)));
    wall.snapshot.locations[39].operators_staffed = 0;
    const Table first = wall.team().table, second = wall.team(Micros{0}, 1).table;
    CHECK(first.rows[0].name.full == "0");
    CHECK(second.rows[0].name.full == std::to_string(first.rows.size()));
    CHECK(first.more.find("of 40 offices") != std::string::npos);
}

TEST_CASE("where there is less room, columns go in their order and free and on call stay",
          "[unit][wallboard][team]")
{
    Wall wall = one_afternoon();
    const auto of = [&](float w, float h) {
        wall.layout = layout_for(w, h);
        return titles(wall.team());
    };
    using All = std::vector<std::string>;
    CHECK(of(1700, 1400) ==
          All{"location", "free", "on call", "break", "off", "phone only", "away", "to return"});
    CHECK(of(1400, 1400) ==
          All{"location", "free", "on call", "break", "off", "away", "to return"});
    CHECK(of(1300, 1400) == All{"location", "free", "on call", "break", "away", "to return"});
    CHECK(of(1200, 1840) == All{"location", "free", "on call", "break", "to return"});
    CHECK(of(1040, 1840) == All{"location", "free", "on call", "to return"});
    CHECK(of(700, 1400) == All{"location"});
    CHECK(wall.team().table.rows[0].cells[0].text == "2 free");
}

TEST_CASE("far away there are two heroes, and what asks for somebody is one of them",
          "[unit][wallboard][team]")
{
    Wall wall = one_afternoon();
    wall.layout = layout_for(1622, 912);
    TeamView view = wall.team();
    CHECK(view.on_call.figures.size() == 2);
    CHECK(view.on_call.figures[1].subject.full == "on a break");
    CHECK(view.away.box.empty());
    wall.snapshot.locations[0].staff_away = wall.snapshot.locations[0].no_cover = 1;
    view = wall.team();
    CHECK(view.on_call.box.empty());
    CHECK(view.away.badge == Badge{Standing::warning, "1 without cover", {}});
    wall.snapshot.locations[0].no_cover = 0;
    wall.layout = layout_for(811, 456);
    CHECK(wall.team().on_call.figures[0].subject.full == "2 on a break");
}
