// Do the plots of the page Trends tell what happened, summed and by the clock on the wall, and
// never show what is not known as nothing? Counts are those of half hours as the board tells them.

#include <catch2/catch.hpp>

#include "tests/unit/wallboard_vocabulary.hpp"

using namespace wallboard;
using namespace wallboard::test;

namespace {

/// Both offices have told every half hour until 14:07; the last one is running.
Wall afternoon()
{
    Wall wall{board("14:07:00")};
    wall.snapshot.trends = {half_hours("north", 13), half_hours("harbor", 13)};
    return wall;
}

Trend& north(Wall& wall) { return wall.snapshot.trends[0]; }
Trend& harbor(Wall& wall) { return wall.snapshot.trends[1]; }

}  // namespace

TEST_CASE("locations are summed, and who still waits is what has not ended",
          "[unit][wallboard][trends]")
{
    Wall wall = afternoon();
    north(wall).half_hours[12].offered = 14;
    north(wall).half_hours[12].left_otherwise = 1;
    const TrendsView view = wall.trends();
    REQUIRE(view.calls.bars.size() == 13);
    CHECK(view.calls.tile.frame.up.back().text == "30");
    CHECK(view.calls.bars[0].answered == Approx(16.0 / 30));
    CHECK(view.calls.bars[0].abandoned == Approx(4.0 / 30));
    CHECK(view.calls.bars[0].waiting == 0);
    CHECK(view.calls.bars[12].waiting == Approx(3.0 / 30));
    CHECK(view.calls.tile.numbers.heads[1] == "offered");
    CHECK(view.calls.tile.numbers.rows[12] ==
          std::vector<std::string>{"14:00", "24", "16", "4", "3", "1", "all"});
    REQUIRE(view.calls.tile.frame.now);
    CHECK(view.calls.tile.frame.now->text == "now 14:07");
    CHECK(view.calls.tile.frame.now->at == Approx(367.0 / 540));
}

TEST_CASE("a location in another zone is aligned by its instants", "[unit][wallboard][trends]")
{
    Wall wall = afternoon();
    // It opens at eight as well, an hour earlier by the clock of the first office.
    wall.snapshot.locations[1].utc_offset = -5h;
    harbor(wall).opens_at -= 1h;
    harbor(wall).closes_at -= 1h;
    harbor(wall).first -= 1h;
    harbor(wall).half_hours.assign(15, {});
    harbor(wall).half_hours[0].offered = 99;  // Before the first office opens: not on its axis.
    harbor(wall).half_hours[2].offered = 5;
    harbor(wall).half_hours[2].answered = 5;
    const TrendsView view = wall.trends();
    CHECK(view.calls.tile.numbers.rows[0][0] == "08:00");
    CHECK(view.calls.tile.numbers.rows[0][1] == "15");
    CHECK(view.calls.tile.numbers.rows[1][1] == "10");
}

TEST_CASE("the words of now stand left of it late in the day, and never over a bar",
          "[unit][wallboard][trends]")
{
    Wall wall{board("16:40:00")};
    wall.snapshot.trends = {half_hours("north", 18)};
    PlotNow now = wall.trends().calls.tile.frame.now.value();
    CHECK(now.left);
    CHECK(now.text.empty());  // All bars are as high as the field.
    wall.snapshot.trends[0].half_hours[2].answered = 30;
    now = wall.trends().calls.tile.frame.now.value();
    CHECK(now.text == "now 16:40");
}

TEST_CASE("a half hour without a call breaks the line, and is neither 0 nor 100",
          "[unit][wallboard][trends]")
{
    Wall wall = afternoon();
    north(wall).half_hours[4] = harbor(wall).half_hours[4] = {};
    const TrendsView view = wall.trends();
    CHECK(view.service.tile.title.full == "SL4 20 s, %");
    REQUIRE(view.service.line.pieces.size() == 2);
    CHECK(view.service.line.pieces[0].size() == 4);
    CHECK(view.service.line.pieces[1].size() == 8);
    CHECK(view.service.tile.numbers.rows[4][1] == "\u2013");
    CHECK(view.service.tile.numbers.rows[0][1] == "70.0");
    CHECK(view.service.tile.frame.up.front().text == "50");
    CHECK(view.service.line.pieces[0][0].y == Approx(0.4));
    CHECK(view.service.tile.figure == "70.0 now");
}

TEST_CASE("under fifty the whole scale is shown", "[unit][wallboard][trends]")
{
    Wall wall = afternoon();
    north(wall).half_hours[4].answered_in_threshold = 0;
    const TrendsView view = wall.trends();
    CHECK(view.service.tile.frame.up.front().text == "0");
    CHECK(view.service.line.pieces[0][0].y == Approx(0.7));
}

TEST_CASE("service levels that are measured differently give no line", "[unit][wallboard][trends]")
{
    Wall wall = afternoon();
    harbor(wall).service_level_s = 30;
    TrendsView view = wall.trends();
    CHECK(view.service.line.pieces.empty());
    CHECK(view.service.tile.frame.words.brief == "differs");
    CHECK(view.service.tile.figure.empty());
    CHECK(view.calls.bars.size() == 13);

    // Who was not called has no say.
    for (HalfHour& one : harbor(wall).half_hours) one = {};
    CHECK(wall.trends().service.line.pieces.size() == 1);

    north(wall).service_level_variant.clear();  // Its own queues differ.
    view = wall.trends();
    CHECK(view.service.line.pieces.empty());
    CHECK(view.service.tile.frame.words.brief == "differs");
}

TEST_CASE("half hours in which something was not seen are hatched, and break the lines",
          "[unit][wallboard][trends]")
{
    Wall wall = afternoon();
    north(wall).unseen = {{at("09:40:00"), at("10:00:00")}, {at("10:10:00"), at("10:20:00")}};
    const TrendsView view = wall.trends();
    REQUIRE(view.calls.tile.frame.gaps.size() == 1);
    CHECK(view.calls.tile.frame.gaps[0].from == Approx(3.0 / 18));
    CHECK(view.calls.tile.frame.gaps[0].to == Approx(5.0 / 18));
    CHECK(view.calls.tile.frame.gaps[0].question);
    CHECK(view.calls.bars[3].answered > 0);  // What was seen stays.
    CHECK(view.calls.tile.numbers.rows[3].back() == "part");
    CHECK(view.service.tile.numbers.rows[3][1] == "?");
    CHECK(view.service.line.pieces.size() == 2);
    CHECK(view.open.area.line.pieces.size() == 2);
    CHECK(view.open.tile.numbers.rows[3][3] == "?");
}

TEST_CASE("what is not over is hatched up to now", "[unit][wallboard][trends]")
{
    Wall wall = afternoon();
    north(wall).unseen = {{at("13:45:00"), not_said}};
    const TrendsView view = wall.trends();
    REQUIRE(view.calls.tile.frame.gaps.size() == 1);
    CHECK(view.calls.tile.frame.gaps[0].to == Approx(13.0 / 18));
    CHECK_FALSE(view.service.line.last);
    CHECK_FALSE(view.open.area.line.last);
    CHECK_FALSE(view.open.area.promise);
}

TEST_CASE("a silent source makes the time since then unknown, and no other",
          "[unit][wallboard][trends]")
{
    Wall wall = afternoon();
    wall.snapshot.sources[1].state = SourceState::silent;
    wall.snapshot.sources[1].silent_since = at("13:12:00");
    wall.snapshot.locations[0].unreturned = 3;
    wall.snapshot.locations[1].unreturned = 4;
    TrendsView view = wall.trends();
    REQUIRE(view.calls.tile.frame.gaps.size() == 1);
    CHECK(view.calls.tile.frame.gaps[0].from == Approx(10.0 / 18));
    CHECK(view.open.tile.badge == Badge{Standing::unknown, "1 not known", {}});
    CHECK(view.open.tile.standing == Standing::normal);

    wall.snapshot.sources[0].state = SourceState::never_seen;
    view = wall.trends();
    CHECK(view.calls.tile.standing == Standing::unknown);
    CHECK(view.open.tile.badge == Badge{Standing::unknown, "not known", {}});
    CHECK(view.calls.tile.frame.gaps[0].from == 0);
    CHECK(view.calls.tile.frame.words.full.empty());
}

TEST_CASE("without a call it is said why", "[unit][wallboard][trends]")
{
    Wall wall{board("08:04:00")};
    CHECK(wall.trends().calls.tile.frame.words.full == "no calls yet");
    CHECK(wall.trends().waits.map.rows.back().words == "no calls yet");
    CHECK(wall.trends().waits.map.rows.front().words == "no data");

    // An older collector tells no half hours.
    wall.snapshot.queues[0].offered = 12;
    CHECK(wall.trends().calls.tile.frame.words.full == "not known");
    CHECK(wall.trends().open.area.line.pieces.empty());

    for (Location& location : wall.snapshot.locations) location.hours = Hours::not_yet_monitored;
    const TrendsView view = wall.trends();
    for (const PlotTile* tile :
         {&view.calls.tile, &view.service.tile, &view.waits.tile, &view.open.tile})
        CHECK(tile->frame.words.full == "not yet monitored");
    CHECK(view.open.tile.figure.empty());

    wall.snapshot.locations.clear();
    CHECK(wall.trends().open.tile.frame.words.full == "no locations");
}

TEST_CASE("open messages run over the day, and are promised to be none at close",
          "[unit][wallboard][trends]")
{
    Wall wall = afternoon();
    north(wall).half_hours[0].messages_left = 3;
    north(wall).half_hours[0].messages_closed = 1;
    wall.snapshot.locations[0].unreturned = 2;
    wall.snapshot.locations[1].unreturned = 4;
    TrendsView view = wall.trends();
    CHECK(view.open.tile.figure == "6 now");
    REQUIRE(view.open.area.line.pieces.size() == 1);
    const auto& line = view.open.area.line.pieces[0];
    REQUIRE(line.size() == 14);
    CHECK(line[0].y == Approx(0.8));  // 3 and 5 before the doors opened.
    CHECK(line[1].y == Approx(1.0));
    CHECK(line[13].x == Approx(367.0 / 540));
    CHECK(line[13].y == Approx(0.6));
    REQUIRE(view.open.area.promise);
    CHECK(view.open.area.promise->x == Approx(1));
    CHECK(view.open.area.promise->y == 0);
    CHECK(view.open.area.promise_text == "all by 17");
    CHECK(view.open.tile.numbers.rows[0] == std::vector<std::string>{"08:00", "3", "1", "10"});

    wall.snapshot.locations[0].unreturned = 6;  // The dot is where the words would be.
    CHECK(wall.trends().open.area.promise_text.empty());
    wall.snapshot.trends.clear();  // Only now is known.
    view = wall.trends();
    CHECK(view.open.area.line.pieces.empty());
    CHECK(view.open.area.line.last);
    CHECK(view.open.area.promise);
}

TEST_CASE("after close nothing is now, and on a closed day nothing is today",
          "[unit][wallboard][trends]")
{
    Wall wall = afternoon();
    wall.snapshot.trends = {half_hours("north", 18), half_hours("harbor", 18)};
    wall.snapshot.as_of = at("18:30:00");
    TrendsView view = wall.trends();
    CHECK(view.calls.bars.size() == 18);
    CHECK_FALSE(view.calls.tile.frame.now);
    CHECK_FALSE(view.open.area.promise);

    for (Location& location : wall.snapshot.locations) {
        location.business_date = "2026-11-25";
        location.opens_at = at("08:00:00") + 48h;
        location.closes_at = at("17:00:00") + 48h;
        location.hours = Hours::closed;
    }
    view = wall.trends();
    CHECK(view.calls.tile.frame.words.full == "closed today");
    CHECK(view.calls.bars.empty());
    CHECK(view.waits.map.rows.back().name == "Tue");
    CHECK_FALSE(view.waits.map.rows.back().today);
}

TEST_CASE("a far page shows as many plots as fit, in turns", "[unit][wallboard][trends]")
{
    Wall wall = afternoon();
    wall.layout = layout_for(1245, 700);
    CHECK_FALSE(wall.trends().calls.tile.box.empty());
    CHECK_FALSE(wall.trends().service.tile.box.empty());
    CHECK(wall.trends().waits.tile.box.empty());
    CHECK(wall.trends(Micros{0}, 1).calls.tile.box.empty());
    CHECK_FALSE(wall.trends(Micros{0}, 1).waits.tile.box.empty());
    wall.layout = layout_for(811, 456);
    CHECK_FALSE(wall.trends(Micros{0}, 3).open.tile.box.empty());
    CHECK(wall.trends(Micros{0}, 3).calls.tile.box.empty());
}
