// Does a new red alarm sound, again while nobody acknowledges it, and nothing else, ever?

#include <catch2/catch.hpp>

#include "tests/unit/wallboard_vocabulary.hpp"
#include "wallboard/model/sound_rule.hpp"

using namespace wallboard;
using namespace wallboard::test;

namespace {

/// A board that is looked at once a second, and when it sounded.
struct Ear {
    Snapshot snapshot = board("10:00:00");
    SoundPolicy policy{};
    bool acknowledged = false;
    Alarms alarms{};
    Instant last = not_said;

    bool hears(Micros age = Micros{0})
    {
        const Moment moment = moment_of(snapshot, age);
        alarms = next_alarms(alarms, snapshot, moment);
        for (Alarm& alarm : alarms.active)
            if (acknowledged) alarm.seen_at = alarm.since;
        if (!must_sound(policy, alarms, snapshot, moment, last)) return false;
        last = moment.figures;
        return true;
    }

    /// Seconds from now on at which it sounded, the first one being 0.
    std::vector<int> listen(int seconds)
    {
        std::vector<int> all;
        for (int s = 0; s < seconds; ++s, snapshot.as_of += 1s)
            if (hears()) all.push_back(s);
        return all;
    }
};

using Seconds = std::vector<int>;

Ear someone_waits_too_long()
{
    Ear ear;
    caller_waits(ear.snapshot.queues[0], "09:55:00");
    return ear;
}

}  // namespace

TEST_CASE("a calm board is silent", "[unit][wallboard][sound]")
{
    CHECK(Ear{}.listen(120).empty());
}

TEST_CASE("an amber alarm is silent until it is red", "[unit][wallboard][sound]")
{
    Ear ear;
    caller_waits(ear.snapshot.queues[0], "09:58:00");
    CHECK(ear.listen(120) == Seconds{60, 90});
}

TEST_CASE("a red alarm sounds at once and every 30 s, for five minutes", "[unit][wallboard][sound]")
{
    CHECK(someone_waits_too_long().listen(900) ==
          Seconds{0, 30, 60, 90, 120, 150, 180, 210, 240, 270});
}

TEST_CASE("nobody hears an alarm again that was acknowledged", "[unit][wallboard][sound]")
{
    Ear ear = someone_waits_too_long();
    CHECK(ear.listen(45) == Seconds{0, 30});
    ear.acknowledged = true;
    CHECK(ear.listen(300).empty());
}

TEST_CASE("an alarm that is over is silent, and sounds when it comes again",
          "[unit][wallboard][sound]")
{
    Ear ear = someone_waits_too_long();
    CHECK(ear.listen(10) == Seconds{0});
    ear.snapshot.queues[0].waiting = 0;
    CHECK(ear.listen(60).empty());
    caller_waits(ear.snapshot.queues[0], "09:55:00");
    CHECK(ear.listen(10) == Seconds{0});
}

TEST_CASE("a second alarm sounds at once, and both together every 30 s", "[unit][wallboard][sound]")
{
    Ear ear = someone_waits_too_long();
    CHECK(ear.listen(7) == Seconds{0});
    ear.snapshot.locations[1].overdue = 1;
    CHECK(ear.listen(40) == Seconds{0, 30});
}

TEST_CASE("a stale board is silent", "[unit][wallboard][sound]")
{
    Ear ear = someone_waits_too_long();
    CHECK(ear.hears());
    ear.last = not_said;
    CHECK_FALSE(ear.hears(4s));
}

TEST_CASE("a recording is silent, at whatever speed it runs", "[unit][wallboard][sound]")
{
    Ear ear = someone_waits_too_long();
    ear.snapshot.collector.from_recording = true;
    CHECK(ear.listen(60).empty());
    ear.snapshot.collector.from_recording = false;
    ear.snapshot.rate_milli = 12'000;
    CHECK(ear.listen(60).empty());
    ear.snapshot.rate_milli = 0;
    CHECK(ear.listen(60).empty());
}

TEST_CASE("sound that is off stays off", "[unit][wallboard][sound]")
{
    Ear ear = someone_waits_too_long();
    ear.policy.on = false;
    CHECK(ear.listen(60).empty());
}

TEST_CASE("outside the hours of its location an alarm is silent, unless it is to sound always",
          "[unit][wallboard][sound]")
{
    for (const Hours hours : {Hours::closed, Hours::not_yet_monitored, Hours::unspecified}) {
        Ear ear = someone_waits_too_long();
        ear.snapshot.locations[0].hours = hours;
        CHECK(ear.listen(60).empty());
        ear.policy.when = SoundWhen::always;
        CHECK(ear.listen(10) == Seconds{0});
    }
    Ear ear;
    ear.snapshot.locations[1].hours = Hours::closed;
    ear.snapshot.locations[1].overdue = 1;
    CHECK(ear.listen(60).empty());
    ear.snapshot.locations[0].overdue = 1;
    CHECK(ear.listen(10) == Seconds{0});
}

TEST_CASE("a collector's clock that is set back silences nothing", "[unit][wallboard][sound]")
{
    Ear ear = someone_waits_too_long();
    CHECK(ear.listen(10) == Seconds{0});
    ear.snapshot.as_of -= 2h;
    ear.snapshot.locations[1].overdue = 1;
    CHECK(ear.listen(40) == Seconds{0, 30});
}
