// Does the page Live say what is wrong, in words, at the right moment? Limits are those of
// requirements TS-1 and TS-2c: the limit itself is already over.

#include <catch2/catch.hpp>

#include "tests/unit/wallboard_vocabulary.hpp"
#include "wallboard/model/service_level.hpp"

using namespace wallboard;
using namespace wallboard::test;

TEST_CASE("a quiet office has no mark and no shouting word", "[unit][wallboard]")
{
    Wall wall{board("10:00:00")};
    const LiveView live = wall.live();
    CHECK(live.waiting.standing == Standing::normal);
    CHECK(live.waiting.word.full == "longest wait now");
    CHECK(live.waiting.figures[0].figure == "\u2013");
    CHECK(live.waiting.figures[0].subject.full == "nobody waits");
    CHECK(live.answering.figures[0].figure == "4");
    CHECK(live.answering.figures[0].context == "2 on call");
    CHECK_FALSE(live.unreturned.badge);
    REQUIRE(live.unreturned.countdown);
    CHECK(live.unreturned.countdown->figure == "7 h 00");
}

TEST_CASE("a wait is amber at its limit and red at the next", "[unit][wallboard]")
{
    Wall wall{board("10:00:00")};
    caller_waits(wall.snapshot.queues[1], "09:59:01");
    CHECK(wall.live().waiting.standing == Standing::normal);

    caller_waits(wall.snapshot.queues[1], "09:59:00");
    const LiveView amber = wall.live();
    CHECK(amber.waiting.standing == Standing::warning);
    CHECK(amber.queues.rows[1].cells[1].badge == Badge{Standing::warning, "long", "1:00"});

    caller_waits(wall.snapshot.queues[1], "09:56:36");
    const LiveView red = wall.live();
    CHECK(red.waiting.standing == Standing::action);
    CHECK(red.waiting.word.full == "WAITING TOO LONG");
    CHECK(red.waiting.figures[0].figure == "3:24");
    CHECK(red.waiting.figures[0].subject.full == "Harbor line");
    CHECK(red.waiting.figures[0].context == "over 3:00");
    CHECK(red.queues.rows[1].cells[1].badge == Badge{Standing::action, "over", "3:24"});
}

TEST_CASE("too many callers are an alarm of their own", "[unit][wallboard]")
{
    Wall wall{board("10:00:00")};
    caller_waits(wall.snapshot.queues[0], "09:59:50", 6);
    const LiveView live = wall.live();
    CHECK(live.waiting.word.full == "TOO MANY WAITING");
    CHECK(live.waiting.figures[1].figure == "6");
    CHECK(live.waiting.figures[1].context == "6, limit 6");
}

TEST_CASE("a limit that is not configured is never judged", "[unit][wallboard]")
{
    Wall wall{board("10:00:00")};
    Queue& queue = wall.snapshot.queues[0];
    queue.amber_wait_s = queue.red_wait_s = queue.amber_waiting = queue.red_waiting = 0;
    caller_waits(queue, "08:00:00", 100);
    const LiveView live = wall.live();
    CHECK(live.waiting.standing == Standing::normal);
    CHECK(live.waiting.figures[0].context == "no limit set");
}

TEST_CASE("rows keep their places whatever happens in them", "[unit][wallboard]")
{
    Wall wall{board("10:00:00")};
    caller_waits(wall.snapshot.queues[1], "09:00:00", 9);
    const LiveView live = wall.live();
    CHECK(live.queues.rows[0].name.full == "Northside");
    CHECK(live.queues.rows[1].name.full == "Harbor line");
}

TEST_CASE("nobody at the telephones is a word at once and an alarm after the debounce",
          "[unit][wallboard]")
{
    Wall wall{board("14:07:42")};
    Location& harbor = wall.snapshot.locations[1];
    harbor.operators_staffed = harbor.operators_on_call = 0;
    harbor.no_operator_since = at("14:06:43");
    const LiveView quiet = wall.live();
    CHECK(quiet.answering.standing == Standing::normal);
    CHECK_FALSE(quiet.answering.badge);
    CHECK(quiet.answering.figures[0].figure == "0:59");
    CHECK(quiet.answering.figures[0].subject.full == "Harbor");
    CHECK(quiet.answering.figures[0].context == "nobody now");
    CHECK(quiet.coverage.rows[1].words == "nobody, 0:59");
    CHECK_FALSE(quiet.coverage.rows[1].badge);

    harbor.no_operator_since = at("14:06:42");
    CHECK(wall.live().answering.standing == Standing::action);

    harbor.no_operator_since = at("14:03:10");
    const LiveView live = wall.live();
    CHECK(live.answering.standing == Standing::action);
    CHECK(live.answering.word.full == "NO OPERATOR");
    CHECK(live.answering.figures[0].figure == "4:32");
    CHECK(live.answering.figures[0].subject.full == "Harbor");
    CHECK(live.answering.figures[0].context == "since 14:03:10");
    CHECK(live.coverage.rows[1].badge == Badge{Standing::action, "none", {}});
}

TEST_CASE("the collector's debounce and its alarm go before the wall's own", "[unit][wallboard]")
{
    Wall wall{board("14:07:42")};
    Location& harbor = wall.snapshot.locations[1];
    harbor.operators_staffed = harbor.operators_on_call = 0;
    harbor.no_operator_since = at("14:06:12");
    harbor.coverage_debounce = 120s;
    CHECK(wall.live().answering.standing == Standing::normal);
    harbor.no_operator_alarm = true;
    CHECK(wall.live().answering.standing == Standing::action);
}

TEST_CASE("a telephone that is on is not counted as an operator", "[unit][wallboard]")
{
    Wall wall{board("10:00:00")};
    Location& north = wall.snapshot.locations[0];
    north.operators_staffed = 3;
    north.operators_weak = 2;
    const LiveView some = wall.live();
    CHECK(some.answering.figures[0].figure == "3");  // One there, two at Harbor.
    CHECK(some.answering.figures[0].context == "2 on call, 2 phones on");
    CHECK(some.coverage.rows[0].figure == "1+2");
    CHECK(some.coverage.rows[0].marks.weak == 2);

    north.operators_weak = 3;
    CHECK(wall.live().coverage.rows[0].words == "3 phones on");
    CHECK(wall.live().coverage.rows[0].figure.empty());
}

TEST_CASE("coverage that cannot be seen now is not known, never none", "[unit][wallboard]")
{
    Wall wall{board("10:00:00")};
    Location& north = wall.snapshot.locations[0];
    north.operators_staffed = 0;
    north.no_operator_since = at("09:40:00");
    north.no_operator_alarm = true;
    north.unseen_since = at("09:52:00");
    const LiveView live = wall.live();
    CHECK(live.coverage.rows[0].badge == Badge{Standing::unknown, "not known", {}});
    CHECK(live.answering.badge == Badge{Standing::unknown, "1 office not known", {}});
    CHECK(live.answering.standing == Standing::normal);
}

TEST_CASE("callers of the main number who reached voicemail are counted where there is room",
          "[unit][wallboard]")
{
    Wall wall{board("10:00:00")};
    CHECK(wall.live().coverage.rows.size() == 2);
    wall.snapshot.locations[0].main_to_voicemail = 2;
    wall.snapshot.locations[1].main_to_voicemail = 1;
    const auto rows = wall.live().coverage.rows;
    REQUIRE(rows.size() == 3);
    CHECK(rows[2].name.full == "main number to voicemail");
    CHECK(rows[2].badge == Badge{Standing::action, {}, "3"});
}

TEST_CASE("the rule of operators is off outside business hours", "[unit][wallboard]")
{
    Wall wall{board("17:00:00")};
    for (Location& location : wall.snapshot.locations) {
        location.operators_staffed = 0;
        location.hours = Hours::closed;
    }
    const LiveView live = wall.live();
    CHECK(live.answering.standing == Standing::normal);
    CHECK(live.answering.figures[0].figure == "\u2013");
    CHECK(live.coverage.rows[0].words == "closed 17:00");
}

TEST_CASE("operators that nobody has seen are not known, never none", "[unit][wallboard]")
{
    Wall wall{board("10:00:00")};
    for (Location& location : wall.snapshot.locations) {
        location.operators_known = false;
        location.operators_staffed = 0;
    }
    const LiveView live = wall.live();
    CHECK(live.answering.standing == Standing::unknown);
    CHECK(live.coverage.rows[0].badge == Badge{Standing::unknown, "not known", {}});
}

TEST_CASE("before monitoring starts a place says so and owes nothing", "[unit][wallboard]")
{
    Wall wall{board("10:00:00")};
    for (Location& location : wall.snapshot.locations) {
        location.hours = Hours::not_yet_monitored;
        location.overdue = 7;
    }
    const LiveView live = wall.live();
    CHECK(live.coverage.rows[0].words == "not yet monitored");
    CHECK(live.unreturned.open.label == "not yet monitored");
    CHECK_FALSE(live.unreturned.badge);
}

TEST_CASE("overdue messages are red, a location at risk is amber", "[unit][wallboard]")
{
    Wall wall{board("16:31:42")};
    wall.snapshot.locations[0].due_today = 5;  // 25 of 28 minutes.
    CHECK_FALSE(wall.live().unreturned.badge);
    wall.snapshot.locations[0].due_today = 6;  // 30 of 28 minutes.
    CHECK(wall.live().unreturned.badge == Badge{Standing::warning, "at risk", {}});
    wall.snapshot.locations[1].overdue = 2;
    CHECK(wall.live().unreturned.badge == Badge{Standing::action, "overdue", "2"});
}

TEST_CASE("the service level is the named variant of the same raw counts", "[unit][wallboard]")
{
    // The vector of callcentrehelper.com, "Service Level Threshold Calculations" (ICMI 2002).
    Queue counts = line("q", "q", "l");
    counts.answered = 1000;
    counts.abandoned = 60;
    counts.answered_in_threshold = 860;
    counts.abandoned_in_threshold = 20;
    counts.short_abandoned = 10;
    const auto hundredths = [&](const char* variant) {
        counts.service_level_variant = variant;
        const Share share = service_level(counts).value();
        return (share.part * 10000 + share.whole / 2) / share.whole;
    };
    CHECK(hundredths("SL1") == 8302);
    CHECK(hundredths("SL2") == 8600);
    CHECK(hundredths("SL3") == 8113);
    CHECK(hundredths("SL4") == 8269);
    CHECK(hundredths("SL5") == 8208);
    CHECK(hundredths("SL6") == 8190);
    counts.service_level_variant = "SL9";
    CHECK_FALSE(service_level(counts));
}

TEST_CASE("queues that are measured differently have no common service level", "[unit][wallboard]")
{
    Wall wall{board("10:00:00")};
    for (Queue& queue : wall.snapshot.queues) queue.answered = queue.offered = 10;
    wall.snapshot.queues[1].service_level_s = 30;
    const LiveView live = wall.live();
    CHECK(live.day.figures[3].figure == "\u2013");
    CHECK(live.day.figures[3].label == "service level");
}

TEST_CASE("with more queues than rows the marked ones stay and the rest is counted",
          "[unit][wallboard]")
{
    Wall wall{board("10:00:00")};
    for (int i = 0; i < 40; ++i)
        wall.snapshot.queues.push_back(
            line("q" + std::to_string(i), "queue " + std::to_string(i), "north"));
    caller_waits(wall.snapshot.queues[38], "09:00:00");
    const LiveView live = wall.live();
    const auto& rows = live.queues.rows;
    REQUIRE(rows.size() < 12);
    CHECK(rows.back().name.full == "queue 36");
    CHECK(live.queues.more == std::to_string(42 - rows.size()) + " more, none waiting");
}

TEST_CASE("a colour is left five seconds after its reason, not at once", "[unit][wallboard]")
{
    Wall wall{board("10:00:00")};
    caller_waits(wall.snapshot.queues[0], "09:00:00");
    CHECK(wall.live().waiting.standing == Standing::action);

    wall.snapshot.as_of += 4s;
    wall.snapshot.queues[0].waiting = 0;
    const LiveView held = wall.live();
    CHECK(held.waiting.standing == Standing::action);
    CHECK(held.waiting.word.full == "WAITED TOO LONG");

    wall.snapshot.as_of += 1s;
    CHECK(wall.live().waiting.standing == Standing::normal);
}

TEST_CASE("a new alarm blinks for ten seconds, then once in ten", "[unit][wallboard]")
{
    Wall wall{board("10:00:00")};
    caller_waits(wall.snapshot.queues[0], "09:00:00");
    std::string seen;
    for (int s = 0; s < 31; ++s) {
        seen += wall.live().waiting.outlined ? 'o' : '#';
        wall.snapshot.as_of += 1s;
    }
    CHECK(seen == "#o#o#o#o#oo#########o#########o");
}
