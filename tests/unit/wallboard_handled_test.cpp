// What does a wall show once somebody has acknowledged or shelved an alarm, and when is it new
// again?

#include <catch2/catch.hpp>

#include "tests/unit/wallboard_vocabulary.hpp"
#include "wallboard/model/page_choice.hpp"

using namespace wallboard;
using namespace wallboard::test;

namespace {

/// An office where a caller of the first queue has waited since nine, and what was done about it.
struct Alarmed {
    Alarmed()
    {
        caller_waits(wall.snapshot.queues[0], "09:00:00");
        wall.live();
    }
    std::string queue() const { return queue_subject(wall.snapshot.queues[0]); }
    void acknowledge(const std::string& time)
    {
        wall.snapshot.alarm_acts = {{.alarm = queue(), .acknowledged_at = at(time)}};
    }
    void shelve_until(const std::string& time)
    {
        wall.snapshot.alarm_acts = {
            {.alarm = queue(), .acknowledged_at = not_said, .shelved_until = at(time)}};
    }
    Hero at_time(const std::string& time)
    {
        wall.snapshot.as_of = at(time);
        return wall.live().waiting;
    }

    Wall wall{board("10:00:00")};
};

}  // namespace

TEST_CASE("an acknowledged alarm is solid, steady, and says when it was seen", "[unit][wallboard]")
{
    Alarmed office;
    office.acknowledge("10:00:01");
    for (const char* time : {"10:00:02", "10:00:03", "10:00:04", "10:00:10"})
        CHECK_FALSE(office.at_time(time).outlined);
    const Hero hero = office.at_time("10:00:11");
    CHECK(hero.standing == Standing::action);
    CHECK(hero.figures[0].context == "seen 10:00");
}

TEST_CASE("an acknowledgement is of the alarm that had begun by then, not of the next",
          "[unit][wallboard]")
{
    Alarmed office;
    office.acknowledge("10:00:01");
    office.at_time("10:00:02");
    office.wall.snapshot.queues[0].waiting = 0;
    office.at_time("10:00:08");
    caller_waits(office.wall.snapshot.queues[0], "10:01:00");
    const Hero again = office.at_time("10:06:01");
    CHECK(again.standing == Standing::action);
    CHECK(again.figures[0].context != "seen 10:00");
    CHECK(office.at_time("10:06:02").outlined);
}

TEST_CASE("a wall that is started does not call an acknowledged alarm new", "[unit][wallboard]")
{
    Wall wall{board("10:00:00")};
    caller_waits(wall.snapshot.queues[0], "09:00:00");
    wall.snapshot.alarm_acts = {
        {.alarm = queue_subject(wall.snapshot.queues[0]), .acknowledged_at = at("09:10:00")}};
    CHECK(wall.live().waiting.figures[0].context == "seen 09:10");

    Wall other{board("10:00:00")};
    caller_waits(other.snapshot.queues[0], "09:00:00");
    other.snapshot.alarm_acts = {{.alarm = queue_subject(other.snapshot.queues[0]),
                                  .acknowledged_at = at("10:00:00") - acknowledged_within}};
    CHECK(other.live().waiting.figures[0].context == "over 3:00");
}

TEST_CASE("a shelved alarm is neutral, says until when, and comes back by itself",
          "[unit][wallboard]")
{
    Alarmed office;
    office.shelve_until("10:15:00");
    const Hero hero = office.at_time("10:14:59");
    CHECK(hero.standing == Standing::normal);
    CHECK_FALSE(hero.outlined);
    CHECK(hero.aside == "shelved until 10:15");
    CHECK(office.at_time("10:15:00").standing == Standing::action);
}

TEST_CASE("one new alarm among acknowledged ones keeps the tile new", "[unit][wallboard]")
{
    Alarmed office;
    office.acknowledge("10:00:01");
    caller_waits(office.wall.snapshot.queues[1], "09:56:00");
    const Hero hero = office.at_time("10:00:02");
    CHECK(hero.standing == Standing::action);
    CHECK(hero.figures[0].context == "over 3:00");
    CHECK(office.at_time("10:00:03").outlined);
}

TEST_CASE("a page is released half a minute after its alarm was acknowledged", "[unit][wallboard]")
{
    Alarmed office;
    office.acknowledge("10:00:40");
    const auto page_at = [&](const std::string& time) {
        office.at_time(time);
        const Moment moment = moment_of(office.wall.snapshot, Micros{0}, 600s);
        return choose_page({}, office.wall.snapshot, office.wall.alarms, moment);
    };
    CHECK(page_at("10:01:09").held);
    CHECK_FALSE(page_at("10:01:10").held);
}
