// Does the wall sound when its rule says so, and does a sound that cannot be made hold it up?

#include <thread>

#include <catch2/catch.hpp>

#include "tests/unit/wallboard_vocabulary.hpp"
#include "wallboard/app/bell.hpp"
#include "wallboard/app/page_maker.hpp"

using namespace wallboard;
using namespace wallboard::test;

namespace {

struct CountedSound : Sound {
    int played = 0;
    void play() override { ++played; }
};

struct Room {
    Snapshot snapshot = board("10:00:00");
    PageMaker maker{Settings{}};
    CountedSound sound;
    Bell bell{sound};

    int after(int seconds)
    {
        for (int s = 0; s < seconds; ++s, snapshot.as_of += 1s) {
            maker.look(std::make_shared<const Snapshot>(snapshot), Micros{0}, Micros{0});
            bell.look(maker.sound(), maker.alarms(), maker.snapshot(), maker.moment());
        }
        return sound.played;
    }
};

/// Waits for the end of a sound, at most a while.
bool ends(SpawnedSound& sound)
{
    for (int i = 0; i < 500 && sound.is_playing(); ++i) std::this_thread::sleep_for(10ms);
    return !sound.is_playing();
}

}  // namespace

TEST_CASE("the wall sounds for a new alarm and not for a calm board", "[unit][wallboard][sound]")
{
    Room room;
    CHECK(room.after(60) == 0);
    room.snapshot.locations[0].overdue = 2;
    CHECK(room.after(1) == 1);
    CHECK(room.after(31) == 2);
}

TEST_CASE("the wall's sound is turned off while it runs", "[unit][wallboard][sound]")
{
    Room room;
    room.snapshot.locations[0].overdue = 2;
    Settings quiet;
    quiet.sound.on = false;
    room.maker.change(quiet);
    CHECK(room.after(60) == 0);
    room.maker.change(Settings{});
    CHECK(room.after(1) == 1);
}

TEST_CASE("a sound that was made, one that failed and one without a program are told apart",
          "[unit][wallboard][sound]")
{
    SpawnedSound made{"/bin/true"};
    made.play();
    CHECK(ends(made));
    CHECK(made.was_heard());
    SpawnedSound failed{"/bin/false"};
    failed.play();
    CHECK(ends(failed));
    CHECK_FALSE(failed.was_heard());
    SpawnedSound missing{"/nowhere/callwatch-wallboard"};
    missing.play();
    CHECK_FALSE(missing.is_playing());
    CHECK_FALSE(missing.was_heard());
}
