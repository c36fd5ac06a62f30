// Is a location at risk exactly when its work does not fit the last hour? Requirement TS-6b.

#include <catch2/catch.hpp>

#include "daemon/policy/at_risk.hpp"

using namespace callwatch;
using namespace std::chrono_literals;

namespace {

const Instant close{Micros{1'795'561'200'000'000}};

bool at_risk(std::uint32_t open, Micros before_close)
{
    return is_at_risk({.open = open, .each = 300s}, close, close - before_close);
}

}  // namespace

TEST_CASE("work that just fits is not at risk, a second less time is", "[unit][returns]")
{
    CHECK_FALSE(at_risk(6, 30min));
    CHECK(at_risk(6, 30min - 1us));
}

TEST_CASE("the warning begins an hour before close, not earlier", "[unit][returns]")
{
    CHECK(at_risk(13, 60min));
    CHECK_FALSE(at_risk(13, 60min + 1us));
    CHECK_FALSE(at_risk(100, 8h));
}

TEST_CASE("at the close nothing is at risk any more", "[unit][returns]")
{
    CHECK(at_risk(1, 1us));
    CHECK_FALSE(at_risk(1, 0s));
    CHECK_FALSE(at_risk(1, -1s));
    CHECK_FALSE(at_risk(0, 1us));
}
