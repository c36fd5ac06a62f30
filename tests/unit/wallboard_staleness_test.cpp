// What does the wall do with data that is old, missing or in doubt? Limits: three seconds, one
// source of several, a board that was never heard.

#include <catch2/catch.hpp>

#include "tests/unit/wallboard_vocabulary.hpp"

using namespace wallboard;
using namespace wallboard::test;

TEST_CASE("a feed is stale from the first moment after three seconds", "[unit][wallboard]")
{
    const Snapshot snapshot = board("10:00:00");
    CHECK_FALSE(moment_of(snapshot, 3s).stale);
    CHECK(moment_of(snapshot, 3s + 1us).stale);
}

TEST_CASE("on a stale page durations stop and the clock runs on", "[unit][wallboard]")
{
    Wall wall{board("10:00:00")};
    caller_waits(wall.snapshot.queues[0], "09:59:30");

    CHECK(wall.live(2s).waiting.figures[0].figure == "0:32");
    const LiveView stale = wall.live(47s);
    CHECK(stale.waiting.figures[0].figure == "0:30");
    CHECK(stale.frame.clock == "10:00:47");
    CHECK(stale.frame.grey);
    REQUIRE(stale.frame.banner);
    CHECK(stale.frame.banner->word == "NO DATA");
    CHECK(stale.frame.banner->sentence.full == "figures are from 10:00:00");
    CHECK(stale.frame.banner->figure == "0:47");
}

TEST_CASE("a board that was never heard says so and shows no zero", "[unit][wallboard]")
{
    Wall wall{Snapshot{}};
    const LiveView live = wall.live(5s);
    REQUIRE(live.frame.banner);
    CHECK(live.frame.banner->sentence.full == "nothing has been heard from the collector");
    CHECK(live.frame.clock == "?");
    for (const HeroFigure& figure : live.waiting.figures) CHECK(figure.tone != Tone::text);
    CHECK(live.unreturned.open.figure == "\u2013");
    for (const BigFigure& figure : live.day.figures) CHECK(figure.figure == "\u2013");
}

TEST_CASE("what keeps a wall from hearing is told under NO DATA", "[unit][wallboard]")
{
    const auto sentence = [](const Snapshot& snapshot, Micros age, Hearing hearing) {
        const Moment moment = moment_of(snapshot, age, {}, hearing);
        const FrameView frame = make_frame(snapshot, moment, Alarms{}, PageChoice{});
        return frame.banner ? frame.banner->sentence.full : "";
    };
    CHECK(sentence({}, 5s, Hearing::not_admitted) == "the collector does not admit this key");
    CHECK(sentence({}, 5s, Hearing::keys_on_one_side) == "one side has keys, the other has none");
    CHECK(sentence({}, 5s, Hearing::hung_up) ==
          "the collector hangs up: is the server key its own?");
    CHECK(sentence(board("10:00:00"), 5s, Hearing::not_admitted) ==
          "figures are from 10:00:00: the collector does not admit this key");
    CHECK(sentence(board("10:00:00"), 1s, Hearing::not_admitted).empty());
}

TEST_CASE("a collector that cannot record is not to be trusted, though it speaks",
          "[unit][wallboard]")
{
    Wall wall{board("10:00:00")};
    wall.snapshot.health = Health::storage_fault;
    const LiveView live = wall.live();
    REQUIRE(live.frame.banner);
    CHECK(live.frame.banner->word == "STORAGE FAULT");
    CHECK(live.frame.grey);
}

TEST_CASE("a silent source makes its own location unknown and no other", "[unit][wallboard]")
{
    Wall wall{board("10:00:00")};
    caller_waits(wall.snapshot.queues[1], "09:00:00");
    wall.snapshot.sources[1].state = SourceState::silent;

    const LiveView live = wall.live();
    CHECK_FALSE(live.frame.grey);
    REQUIRE(live.frame.doubt);
    CHECK(live.frame.doubt == Badge{Standing::unknown, "sources", "1 of 2"});
    CHECK_FALSE(live.queues.rows[0].unknown);
    CHECK(live.queues.rows[1].unknown);
    for (const Cell& cell : live.queues.rows[1].cells) CHECK(cell.text == "?");
    CHECK_FALSE(live.coverage.rows[0].unknown);
    CHECK(live.coverage.rows[1].figure == "?");
    CHECK(live.coverage.rows[1].unknown);
    // Nor may its old figures raise an alarm or be counted.
    CHECK(live.waiting.standing == Standing::normal);
    REQUIRE(live.waiting.badge);
    CHECK(live.waiting.badge->word == "1 queue not known");
    CHECK(live.answering.figures[0].figure == "2");
    CHECK(live.day.some_unknown);
    CHECK(live.day.subtitle.full == "1 of 2 queues");
}

TEST_CASE("a source that is late is shown at once, one that has ended is not silence",
          "[unit][wallboard]")
{
    Wall wall{board("10:00:00")};
    wall.snapshot.sources[0].state = SourceState::ended;
    CHECK_FALSE(wall.live().frame.doubt);
    wall.snapshot.sources[0].state = SourceState::late;
    CHECK(wall.live().frame.doubt);
    CHECK(wall.live().queues.rows[0].unknown);
}

TEST_CASE("with every source silent the heroes say not known", "[unit][wallboard]")
{
    Wall wall{board("10:00:00")};
    for (Source& one : wall.snapshot.sources) one.state = SourceState::silent;
    const LiveView live = wall.live();
    CHECK(live.waiting.standing == Standing::unknown);
    CHECK(live.waiting.figures[0].figure == "?");
    CHECK(live.answering.standing == Standing::unknown);
    CHECK(live.answering.figures[0].figure == "?");
    CHECK(live.unreturned.open.figure == "?");
}

TEST_CASE("the clock of a recording stands between two messages", "[unit][wallboard]")
{
    Wall wall{board("10:00:00")};
    wall.snapshot.rate_milli = 0;
    wall.snapshot.collector.from_recording = true;
    const LiveView live = wall.live(2s);
    CHECK(live.frame.clock == "10:00:00");
    CHECK(live.frame.freshness.full == "recording, 2 of 2 sources, 2.0 s old");
}

TEST_CASE("the clock shows the time of the location that is configured, else of the first",
          "[unit][wallboard]")
{
    Wall wall{board("10:00:00")};
    wall.snapshot.locations.resize(2);
    wall.snapshot.locations[1].id = "ahead";
    wall.snapshot.locations[1].zone_abbreviation = "EST";
    wall.snapshot.locations[1].utc_offset = wall.snapshot.locations[0].utc_offset + 1h;
    CHECK(wall.live().frame.clock == "10:00:00");
    wall.snapshot.clock_location = "ahead";
    CHECK(wall.live().frame.clock == "11:00:00");
    CHECK(wall.live().frame.zone == "EST");
    wall.snapshot.clock_location = "not shown here";
    CHECK(wall.live().frame.clock == "10:00:00");
}
