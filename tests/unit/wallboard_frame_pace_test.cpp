// Is a frame drawn when there is something new to see, and never otherwise?

#include <catch2/catch.hpp>

#include "tests/unit/wallboard_vocabulary.hpp"
#include "wallboard/model/frame_pace.hpp"

using namespace wallboard;
using namespace wallboard::test;

namespace {

Sight seen(const Snapshot& snapshot, Micros age, Micros running = Micros{0})
{
    const Moment moment = moment_of(snapshot, age, running);
    return {.complete = snapshot.complete,
            .revision = snapshot.revision,
            .health = snapshot.health,
            .stale = moment.stale,
            .second = begun_second(snapshot, moment),
            .width = 1920,
            .height = 1080};
}

}  // namespace

TEST_CASE("a heartbeat that brings nothing new draws nothing", "[unit][wallboard][pace]")
{
    Snapshot snapshot = board("10:00:00");
    const Sight drawn = seen(snapshot, 100ms);
    snapshot.as_of += 500ms;
    CHECK_FALSE(must_draw(drawn, seen(snapshot, 0ms), false));
    CHECK_FALSE(must_draw(drawn, seen(snapshot, 499ms), false));
}

TEST_CASE("the next second, a new revision, a key and another size are each drawn",
          "[unit][wallboard][pace]")
{
    Snapshot snapshot = board("10:00:00");
    const Sight drawn = seen(snapshot, 0ms);
    CHECK(must_draw(std::nullopt, drawn, false));
    CHECK(must_draw(drawn, seen(snapshot, 1s), false));
    Sight other = drawn;
    ++other.revision;
    CHECK(must_draw(drawn, other, false));
    other = drawn;
    ++other.happened;
    CHECK(must_draw(drawn, other, false));
    other = drawn;
    ++other.changes;
    CHECK(must_draw(drawn, other, false));
    other = drawn;
    other.height = 720;
    CHECK(must_draw(drawn, other, false));
    snapshot.health = Health::storage_fault;
    CHECK(must_draw(drawn, seen(snapshot, 0ms), false));
}

TEST_CASE("nothing is drawn while nobody can see it", "[unit][wallboard][pace]")
{
    Sight sight = seen(board("10:00:00"), 0ms);
    CHECK_FALSE(must_draw(std::nullopt, sight, true));
    sight.width = 0;
    CHECK_FALSE(must_draw(std::nullopt, sight, false));
}

TEST_CASE("a word that was under way does not turn the clock back", "[unit][wallboard][pace]")
{
    Snapshot snapshot = board("10:00:01");
    const Sight drawn = seen(snapshot, 0ms);
    snapshot.as_of -= 1ms;
    CHECK_FALSE(must_draw(drawn, seen(snapshot, 0ms), false));
    snapshot.as_of -= 1h;
    CHECK(must_draw(drawn, seen(snapshot, 0ms), false));
}

TEST_CASE("it sleeps until the clock's next second", "[unit][wallboard][pace]")
{
    const Snapshot snapshot = board("10:00:00");
    CHECK(next_wait(snapshot, moment_of(snapshot, 0ms)) == 1s);
    CHECK(next_wait(snapshot, moment_of(snapshot, 300ms)) == 700ms);
    CHECK(next_wait(snapshot, moment_of(snapshot, Micros{999'900})) == 1ms);
}

TEST_CASE("a board that is not heard is grey at three seconds, not at the next full one",
          "[unit][wallboard][pace]")
{
    Snapshot snapshot = board("10:00:00");
    snapshot.as_of += 400ms;
    const Micros wait = next_wait(snapshot, moment_of(snapshot, 2'700ms));
    CHECK(wait == 300ms + Micros{1});
    CHECK(moment_of(snapshot, 2'700ms + wait).stale);
    CHECK(must_draw(seen(snapshot, 2'700ms), seen(snapshot, 2'700ms + wait), false));
    CHECK(next_wait(snapshot, moment_of(snapshot, 3'200ms)) == 400ms);
}

TEST_CASE("a clock that stands or races is drawn once a second of real time",
          "[unit][wallboard][pace]")
{
    for (const std::uint32_t rate : {0u, 12'000u}) {
        INFO(rate);
        Snapshot snapshot = board("10:00:00");
        snapshot.rate_milli = rate;
        CHECK_FALSE(must_draw(seen(snapshot, 0ms, 5s), seen(snapshot, 900ms, 5'900ms), false));
        CHECK(must_draw(seen(snapshot, 0ms, 5s), seen(snapshot, 1s, 6s), false));
        CHECK(next_wait(snapshot, moment_of(snapshot, 0ms, 5'250ms)) == 750ms);
    }
}
