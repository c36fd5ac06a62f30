// Which page is up, and when does it change? Alarms, the last ten minutes, the half hour after the
// check.

#include <catch2/catch.hpp>

#include "tests/unit/wallboard_vocabulary.hpp"
#include "wallboard/model/selection.hpp"

using namespace wallboard;
using namespace wallboard::test;

namespace {

PageChoice choice(const Snapshot& snapshot, const Alarms& alarms = {}, Micros running = Micros{0})
{
    return choose_page({}, snapshot, alarms, moment_of(snapshot, Micros{0}, running));
}

Snapshot after_close(const std::string& time)
{
    Snapshot snapshot = board(time);
    for (Location& location : snapshot.locations) location.hours = Hours::closed;
    snapshot.days = {checked("north", Verdict::clear), checked("harbor", Verdict::violations)};
    return snapshot;
}

}  // namespace

TEST_CASE("in the middle of the day Live stays", "[unit][wallboard]")
{
    const Snapshot snapshot = board("13:00:00");
    for (int s = 0; s < 60; ++s) {
        CHECK(choice(snapshot, {}, std::chrono::seconds{s}).page == Page::live);
        CHECK(choice(snapshot, {}, std::chrono::seconds{s}).count == 1);
    }
}

TEST_CASE("in the last hour both pages rotate every twelve seconds", "[unit][wallboard]")
{
    const Snapshot snapshot = board("16:30:00");
    CHECK(choice(snapshot, {}, 11s).page == Page::live);
    CHECK(choice(snapshot, {}, 12s).page == Page::end_of_day);
    CHECK(choice(snapshot, {}, 24s).page == Page::live);
    CHECK(choice(snapshot, {}, 24s).count == 2);
}

TEST_CASE("the last ten minutes belong to the countdown", "[unit][wallboard]")
{
    CHECK(choice(board("16:49:59")).page == Page::live);
    CHECK(choice(board("16:50:00")).page == Page::end_of_day);
}

TEST_CASE("after the check the office that needs somebody is shown first", "[unit][wallboard]")
{
    const Snapshot snapshot = after_close("17:05:00");
    for (int s = 0; s < 60; s += 12)
        CHECK(choice(snapshot, {}, std::chrono::seconds{s}).location == "harbor");
}

TEST_CASE("a verdict keeps the screen for half an hour, or until all are signed",
          "[unit][wallboard]")
{
    CHECK(choice(after_close("17:30:09")).page == Page::end_of_day);
    CHECK(choice(after_close("17:30:10")).page == Page::live);
    Snapshot signed_all = after_close("17:05:00");
    for (Day& day : signed_all.days) day.signed_at = at("17:04:00");
    CHECK(choice(signed_all).page == Page::live);
    CHECK(choice(signed_all, {}, 12s).page == Page::end_of_day);
}

TEST_CASE("a new red alarm cuts to Live even from the countdown, and then gives it back",
          "[unit][wallboard]")
{
    Snapshot snapshot = board("16:55:00");
    caller_waits(snapshot.queues[0], "16:00:00");
    Alarms alarms = next_alarms({}, snapshot, moment_of(snapshot, Micros{0}));
    CHECK(choice(snapshot, alarms).page == Page::live);
    CHECK(choice(snapshot, alarms).held);

    snapshot.as_of += 30s;
    alarms = next_alarms(alarms, snapshot, moment_of(snapshot, Micros{0}));
    CHECK(choice(snapshot, alarms).page == Page::end_of_day);
}

TEST_CASE("an alarm holds Live until half a minute after it is over", "[unit][wallboard]")
{
    Snapshot snapshot = board("16:10:00");
    caller_waits(snapshot.queues[0], "16:00:00");
    Alarms alarms = next_alarms({}, snapshot, moment_of(snapshot, Micros{0}));
    snapshot.queues[0].waiting = 0;
    const auto later = [&](Micros by) {
        snapshot.as_of += by;
        alarms = next_alarms(alarms, snapshot, moment_of(snapshot, Micros{0}));
        return choice(snapshot, alarms, 12s);
    };
    CHECK(later(4s).held);
    CHECK(later(29s).held);
    CHECK(later(2s).page == Page::end_of_day);
}

TEST_CASE("while the feed is stale no alarm begins or ends", "[unit][wallboard]")
{
    Snapshot snapshot = board("10:00:00");
    caller_waits(snapshot.queues[0], "09:57:30");
    Alarms alarms = next_alarms({}, snapshot, moment_of(snapshot, Micros{0}));
    CHECK(alarms.level("queue/q-north") == Level::amber);
    alarms = next_alarms(alarms, snapshot, moment_of(snapshot, 5min));
    CHECK(alarms.level("queue/q-north") == Level::amber);
}

TEST_CASE("a wall may show some locations only, in its own order", "[unit][wallboard]")
{
    const Snapshot both = select_locations(board("10:00:00"), {"harbor", "north"});
    CHECK(both.locations[0].id == "harbor");
    CHECK(both.queues[0].id == "q-harbor");
    const Snapshot one = select_locations(board("10:00:00"), {"harbor"});
    CHECK(one.locations.size() == 1);
    CHECK(one.queues.size() == 1);
    CHECK(one.sources.size() == 1);
}
