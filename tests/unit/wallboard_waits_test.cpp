// Does the heat map of the page Trends stand by the clock on the wall, and mark only what is over a
// limit that all queues share?

#include <catch2/catch.hpp>

#include "tests/unit/wallboard_vocabulary.hpp"

using namespace wallboard;
using namespace wallboard::test;

namespace {

using State = HeatCell::State;

/// This Tuesday until 14:07, Monday, and Friday, Thursday and Wednesday of the week before.
Wall week()
{
    Wall wall{board("14:07:00")};
    wall.snapshot.trends = {half_hours("north", 13)};
    for (const int back : {1, 4, 5, 6})
        wall.snapshot.trends.push_back(half_hours("north", 18, back));
    return wall;
}

Trend& today(Wall& wall) { return wall.snapshot.trends[0]; }
Trend& monday(Wall& wall) { return wall.snapshot.trends[1]; }

std::vector<std::string> names(const HeatMap& map)
{
    std::vector<std::string> all;
    for (const HeatRow& row : map.rows) all.push_back(row.name);
    return all;
}

}  // namespace

TEST_CASE("the last five workdays stand under one another, today at the foot",
          "[unit][wallboard][trends]")
{
    const Wall wall = week();
    const WaitsPlot plot = wall.trends().waits;
    CHECK(plot.tile.title.full == "longest wait, last 5 workdays");
    CHECK(names(plot.map) == std::vector<std::string>{"Wed", "Thu", "Fri", "Mon", "Tue"});
    CHECK(plot.map.rows[4].today);
    CHECK(plot.map.rows[4].cells[12].state == State::filled);
    CHECK(plot.map.rows[4].cells[13].state == State::ahead);
    CHECK(plot.map.rows[3].cells[17].state == State::filled);
    CHECK(plot.tile.numbers.heads[1] == "08:00");
    CHECK(plot.tile.numbers.rows[4][1] == "0:15");
    CHECK(plot.tile.numbers.rows[4][14].empty());
}

TEST_CASE("a wait is as bright as it is long, up to 75 seconds", "[unit][wallboard][trends]")
{
    Wall wall = week();
    wall.snapshot.trends.push_back(half_hours("harbor", 13));
    wall.snapshot.trends.back().half_hours[2].longest_wait = 30s;  // The longer of both counts.
    today(wall).half_hours[3].longest_wait = 2min;
    today(wall).half_hours[4].longest_wait = 0s;
    wall.snapshot.trends.back().half_hours[4].longest_wait = 0s;
    const HeatRow row = wall.trends().waits.map.rows[4];
    CHECK(row.cells[0].heat == Approx(15.0 / 75));
    CHECK(row.cells[2].heat == Approx(30.0 / 75));
    CHECK(row.cells[3].heat == 1);
    CHECK(row.cells[4].heat == 0);
}

TEST_CASE("a triangle is over amber, a red square over red, at the limit itself already",
          "[unit][wallboard][trends]")
{
    Wall wall = week();
    today(wall).half_hours[0].longest_wait = 59'999ms;
    today(wall).half_hours[1].longest_wait = 60s;
    today(wall).half_hours[2].longest_wait = 180s;
    const WaitsPlot plot = wall.trends().waits;
    const auto& cells = plot.map.rows[4].cells;
    CHECK(cells[0].mark == Mark::none);
    CHECK(cells[1].mark == Mark::triangle);
    CHECK(cells[2].mark == Mark::square);
    REQUIRE(plot.tile.legend.size() == 3);
    CHECK(plot.tile.legend[1].label.full == "over 1 min");
    CHECK(plot.tile.legend[2].label.full == "over 3");
}

TEST_CASE("queues that do not agree on a limit give no mark for it", "[unit][wallboard][trends]")
{
    Wall wall = week();
    today(wall).half_hours[1].longest_wait = 100s;
    today(wall).half_hours[2].longest_wait = 200s;
    wall.snapshot.queues[1].amber_wait_s = 45;
    WaitsPlot plot = wall.trends().waits;
    CHECK(plot.map.rows[4].cells[1].mark == Mark::none);
    CHECK(plot.map.rows[4].cells[2].mark == Mark::square);
    CHECK(plot.tile.legend[1].label.full == "over 3 min");

    wall.snapshot.queues[1].red_wait_s = 0;
    plot = wall.trends().waits;
    CHECK(plot.map.rows[4].cells[2].mark == Mark::none);
    CHECK(plot.tile.legend[0].label.full == "0\u201375 s");
}

TEST_CASE("a workday that nobody tells is said to have no data", "[unit][wallboard][trends]")
{
    Wall wall = week();
    wall.snapshot.trends.erase(wall.snapshot.trends.begin() + 1);  // Monday.
    const HeatMap map = wall.trends().waits.map;
    CHECK(names(map) == std::vector<std::string>{"Wed", "Thu", "Fri", "Mon", "Tue"});
    CHECK(map.rows[3].words == "no data");
    CHECK(map.rows[2].words.empty());
}

TEST_CASE("a day without hours is no workday, and one that is worked is",
          "[unit][wallboard][trends]")
{
    Wall wall = week();
    monday(wall).opens_at = monday(wall).closes_at = not_said;  // A holiday with some calls.
    CHECK(names(wall.trends().waits.map) ==
          std::vector<std::string>{"Tue 17", "Wed 18", "Thu 19", "Fri 20", "Tue 24"});
    wall.snapshot.trends.push_back(half_hours("north", 8, 3));
    CHECK(names(wall.trends().waits.map) ==
          std::vector<std::string>{"Wed", "Thu", "Fri", "Sat", "Tue"});
}

TEST_CASE("across a change of the clocks eight o'clock stays under eight o'clock",
          "[unit][wallboard][trends]")
{
    Wall wall = week();
    // Until Sunday the offices were an hour nearer to Greenwich: eight was an hour earlier.
    for (Trend* day : {&wall.snapshot.trends[2], &wall.snapshot.trends[3]}) {
        day->first -= 1h;
        day->opens_at -= 1h;
        day->closes_at -= 1h;
        day->half_hours[0].longest_wait = 60s;
    }
    const HeatMap map = wall.trends().waits.map;
    for (const std::size_t row : {1u, 2u}) {
        CHECK(map.rows[row].cells[0].mark == Mark::triangle);
        CHECK(map.rows[row].cells[17].state == State::filled);
    }
}

TEST_CASE("a day that only opened earlier is not taken for a change of the clocks",
          "[unit][wallboard][trends]")
{
    Wall wall = week();
    monday(wall).first += 1h;
    monday(wall).opens_at += 1h;
    monday(wall).half_hours.resize(16);
    const HeatRow row = wall.trends().waits.map.rows[3];
    CHECK(row.cells[0].state == State::blank);
    CHECK(row.cells[1].state == State::blank);
    CHECK(row.cells[2].state == State::filled);
}

TEST_CASE("a day of 25 hours has fifty half hours, each in its place", "[unit][wallboard][trends]")
{
    Wall wall{board("20:15:00")};
    Location& home = wall.snapshot.locations[0];
    // Open around the clock on the Sunday on which it is two o'clock twice.
    home.opens_at = at("00:00:00");
    home.closes_at = at("00:00:00") + 25h;
    Trend trend = half_hours("north", 50);
    trend.opens_at = trend.first = home.opens_at;
    trend.closes_at = home.closes_at;
    trend.half_hours[40].longest_wait = 60s;
    wall.snapshot.trends = {trend};
    const TrendsView view = wall.trends();
    REQUIRE(view.waits.map.rows.back().cells.size() == 50);
    CHECK(view.waits.map.rows.back().cells[40].mark == Mark::triangle);
    CHECK(view.waits.map.rows.back().cells[41].state == State::ahead);
    CHECK(view.calls.bars.size() == 41);
    CHECK(view.calls.tile.frame.along.size() <= 10);
}

TEST_CASE("cells that were not seen are hatched on their day, and a question stands on them",
          "[unit][wallboard][trends]")
{
    Wall wall = week();
    monday(wall).unseen = {{at("09:40:00") - 24h, at("10:20:00") - 24h}};
    wall.snapshot.sources[0].state = SourceState::silent;
    wall.snapshot.sources[0].silent_since = at("13:40:00");
    const HeatMap map = wall.trends().waits.map;
    CHECK(map.rows[3].cells[2].state == State::filled);
    CHECK(map.rows[3].cells[3].state == State::unseen);
    CHECK(map.rows[3].cells[4].state == State::unseen);
    CHECK(map.rows[3].questions.size() == 1);
    CHECK(map.rows[3].cells[17].state == State::filled);  // Silence is of today.
    CHECK(map.rows[4].cells[10].state == State::filled);
    CHECK(map.rows[4].cells[11].state == State::unseen);
    CHECK(map.rows[4].cells[13].state == State::ahead);
}
