// The fake world must notice a collector that forgets: a board that misses one fact is not the
// same.

#include <catch2/catch.hpp>

#include "tests/support/collector.hpp"

using namespace callwatch;
using namespace callwatch::test;

TEST_CASE("a board that missed one fact is told apart (canary)", "[scenario][canary]")
{
    Collector collector;
    collector.at("09:00:00").message("m1", from("0217000001"), "101");
    Board forgetful;
    for (std::size_t i = 0; i + 1 < collector.facts().size(); ++i)
        forgetful.apply(collector.facts()[i]);
    CHECK_FALSE(forgetful == collector.board());
}
