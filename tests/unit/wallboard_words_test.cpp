// Do figures read as the wall promises, everywhere the same? Limits: a second under an hour,
// midnight, nothing offered.

#include <catch2/catch.hpp>

#include "tests/unit/wallboard_vocabulary.hpp"
#include "wallboard/model/words.hpp"

using namespace wallboard;
using namespace wallboard::test;

TEST_CASE("thousands have a thin gap and minus is a minus", "[unit][wallboard]")
{
    CHECK(count_text(0) == "0");
    CHECK(count_text(999) == "999");
    CHECK(count_text(48112) == "48\u2009112");
    CHECK(count_text(1000000) == "1\u2009000\u2009000");
    CHECK(count_text(-1200) == "\u22121\u2009200");
}

TEST_CASE("a share of nothing is a dash, never 0 and never 100", "[unit][wallboard]")
{
    CHECK(percent_text(0, 0) == "\u2013");
    CHECK(percent_text(0, 7) == "0.0");
    CHECK(percent_text(7, 7) == "100.0");
    CHECK(percent_text(400, 427) == "93.7");
    CHECK(percent_text(9995, 10000) == "100.0");
    CHECK(percent_text(9994, 10000) == "99.9");
}

TEST_CASE("durations run in minutes and seconds, and never go below zero", "[unit][wallboard]")
{
    CHECK(duration_text(-5s) == "0:00");
    CHECK(duration_text(204s) == "3:24");
    CHECK(duration_text(59min + 59s + 999ms) == "59:59");
    CHECK(duration_text(1h) == "1:00:00");
    CHECK(duration_text(1h + 52min + 18s) == "1:52:18");
}

TEST_CASE("a countdown of an hour and more says h, never a colon that could be minutes",
          "[unit][wallboard]")
{
    CHECK(countdown_text(3h + 7min + 50s) == "3 h 07");
    CHECK(countdown_text(1h) == "1 h 00");
    CHECK(countdown_text(59min + 59s) == "59:59");
    CHECK(spoken_duration(18min + 53s) == "18 min 53 s");
    CHECK(spoken_duration(7s) == "7 s");
    CHECK(spoken_duration(2h + 5min) == "2 h 05 min");
}

TEST_CASE("the age of data is exact while it is young", "[unit][wallboard]")
{
    CHECK(age_text(449ms) == "0.4 s");
    CHECK(age_text(9s + 999ms) == "9.9 s");
    CHECK(age_text(72s) == "72 s");
    CHECK(age_text(5min) == "5 min");
}

TEST_CASE("times are the place's own, with the day when it was another one", "[unit][wallboard]")
{
    const Instant now = at("17:00:21");
    CHECK(clock_text(now, -6h) == "17:00:21");
    CHECK(weekday_date_text(now, -6h) == "Tue 24 Nov");
    CHECK(when_text(at("11:02:00"), now, -6h) == "11:02");
    CHECK(when_text(at("15:42:00") - 24h, now, -6h) == "Mon 15:42");
    CHECK(when_text(at("15:42:00") - 11 * 24h, now, -6h) == "13 Nov 15:42");
    // 23:59 UTC is the same evening here and the next morning in Tokyo.
    CHECK(weekday_date_text(at("17:59:00"), 9h) == "Wed 25 Nov");
}

TEST_CASE("a count in a narrow cell is shortened, never cut", "[unit][wallboard]")
{
    CHECK(short_count_text(0) == "0");
    CHECK(short_count_text(99'999) == "99\u2009999");
    CHECK(short_count_text(123'999) == "123 k");
    CHECK(short_count_text(7'654'321) == "7.6 M");
    CHECK(short_count_text(123'456'789) == "123 M");
    CHECK(age_text(30h) == "30 h");
    CHECK(age_text(220h) == "9 d");
}

TEST_CASE("a share that is not the whole never reads as the whole", "[unit][wallboard]")
{
    CHECK(share_text(22, 26) == "22 of 26");
    CHECK(share_text(26, 26) == "26 of 26");
    CHECK(share_text(7'652'321, 7'654'321) == "all but 2\u2009000");
    CHECK(share_text(99'999, 100'000) == "99\u2009999 of 100 k");
    CHECK(share_text(7'654'321, 7'654'321) == "7.6 M of 7.6 M");
}
