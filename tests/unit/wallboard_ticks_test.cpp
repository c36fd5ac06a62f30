// Are the numbers of an axis round, few, and as wide as the page thinks? At most ten of them.

#include <catch2/catch.hpp>

#include "tests/unit/wallboard_vocabulary.hpp"
#include "wallboard/model/ticks.hpp"

using namespace wallboard;
using namespace wallboard::test;

namespace {

std::vector<std::string> texts(const std::vector<Tick>& ticks)
{
    std::vector<std::string> all;
    for (const Tick& tick : ticks) all.push_back(tick.text);
    return all;
}

TrendHours business(const std::string& opens, const std::string& closes)
{
    Snapshot snapshot = board("10:00:00");
    snapshot.locations[0].opens_at = at(opens);
    snapshot.locations[0].closes_at = at(closes);
    return trend_hours(snapshot);
}

using Texts = std::vector<std::string>;

}  // namespace

TEST_CASE("an axis ends at a round number with a round half", "[unit][wallboard][trends]")
{
    CHECK(axis_top(0) == 4);
    CHECK(axis_top(4) == 4);
    CHECK(axis_top(9) == 10);
    CHECK(axis_top(48) == 50);
    CHECK(axis_top(51) == 60);
    CHECK(axis_top(81) == 100);
    CHECK(axis_top(4'800'000) == 5'000'000);
    for (std::uint64_t n = 1; n < 100'000'000'000; n = n * 3 / 2 + 1) {
        CHECK(axis_top(n) >= n);
        CHECK(axis_top(n) % 2 == 0);
    }
}

TEST_CASE("numbers of seven digits are told in one unit", "[unit][wallboard][trends]")
{
    CHECK(texts(count_ticks(50, 300)) == Texts{"0", "25", "50"});
    CHECK(texts(count_ticks(8'000, 300)) == Texts{"0", "4\u2009000", "8\u2009000"});
    CHECK(texts(count_ticks(10'000, 300)) == Texts{"0", "5 k", "10 k"});
    CHECK(texts(count_ticks(5'000'000, 300)) == Texts{"0", "2.5 M", "5 M"});
    CHECK(texts(count_ticks(1'000'000, 300)) == Texts{"0", "0.5 M", "1 M"});
    CHECK(ticks_width(count_ticks(5'000'000, 300)) == 5 * axis_digit);
}

TEST_CASE("a plot that is too low for three numbers leaves out the half",
          "[unit][wallboard][trends]")
{
    CHECK(texts(count_ticks(50, 100)) == Texts{"0", "", "50"});
}

TEST_CASE("hours are named as often as they have room, and the last one if that can be",
          "[unit][wallboard][trends]")
{
    const TrendHours day = business("08:00:00", "17:00:00");
    CHECK(texts(hour_ticks(day, 1100)) ==
          Texts{"8", "9", "10", "11", "12", "13", "14", "15", "16", "17"});
    CHECK(texts(hour_ticks(day, 490)) == Texts{"8", "11", "14", "17"});
    CHECK(hour_ticks(day, 490).back().at == Approx(1));
    CHECK(hour_ticks(day, 40).size() <= 2);
    const TrendHours half = business("08:30:00", "16:45:00");
    CHECK(half.slots == 17);
    CHECK(texts(hour_ticks(half, 1100)).front() == "9");
    CHECK(hour_ticks(half, 1100).front().at == Approx(1.0 / 17));
    CHECK(hour_ticks(business("00:00:00", "24:00:00"), 1100).size() <= 10);
    CHECK(hour_ticks({}, 1100).empty());
}
