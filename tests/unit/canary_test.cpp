// Does a check that is false fail its test? If this passes for any other reason, no unit test
// proves anything.

#include <catch2/catch.hpp>

TEST_CASE("a check that is false fails its test (canary)", "[unit][canary][!shouldfail]")
{
    CHECK(1 + 1 == 3);
}
