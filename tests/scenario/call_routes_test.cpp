// Telephone Customer Service Standards, Action 2: telephones direct callers to the appropriate
// employee or group. Is a choice that leads nowhere, or to somebody who left, said at once?

#include <catch2/catch.hpp>

#include "tests/support/collector.hpp"

using namespace callwatch;
using namespace callwatch::test;
using Lines = std::vector<std::string>;

namespace {

Collector office(std::vector<Route> configured = {})
{
    auto organisation = two_locations();
    organisation.locations[1].routes = std::move(configured);
    Collector collector{{}, organisation};
    collector.at("08:00:00").has_key("mia", Role::manager).tick();
    return collector;
}

}  // namespace

TEST_CASE("a route to nothing that is configured is bad, and one to a queue or person is not",
          "[scenario][routes]")
{
    auto collector = office();
    collector.routes_are({{"0", RouteKind::queue, "pbx1/main"},
                          {"1", RouteKind::mailbox, "pbx1/999@default"},
                          {"2", RouteKind::device, "pbx1/101"},
                          {"3", RouteKind::device, "pbx1/777"},
                          {"4", RouteKind::external, ""},
                          {"5", RouteKind::queue, "pbx1/none"}});
    CHECK(collector.bad_routes() == Lines{"1 to pbx1/999@default: unknown",
                                          "3 to pbx1/777: unknown", "5 to pbx1/none: unknown"});
    collector.at("09:00:00").routes_are({{"0", RouteKind::queue, "pbx1/main"}});
    CHECK(collector.bad_routes().empty());
}

TEST_CASE("a route to somebody who leaves becomes bad with her departure", "[scenario][routes]")
{
    auto collector = office(
        {{"7", RouteKind::mailbox, "pbx1/103@default"}, {"8", RouteKind::device, "pbx1/103"}});
    CHECK(collector.bad_routes().empty());
    REQUIRE(collector.leaves_location("mia", "carla", "08:00:00") == "done");
    CHECK(collector.bad_routes() ==
          Lines{"7 to pbx1/103@default: departed", "8 to pbx1/103: departed"});
    CHECK(collector.restart().tick().bad_routes().size() == 2);
    REQUIRE(collector.hands_over("mia", "103", "ben") == "done");
    CHECK(collector.bad_routes() == Lines{"8 to pbx1/103: departed"});
    CHECK(collector.told_about("BAD_ROUTE 7").size() == 1);
}

TEST_CASE("what the telephone system lists takes the place of what is configured",
          "[scenario][routes]")
{
    auto collector = office({{"1", RouteKind::device, "pbx1/777"}});
    CHECK(collector.bad_routes() == Lines{"1 to pbx1/777: unknown"});
    collector.at("09:00:00").routes_are({{"1", RouteKind::device, "pbx1/101"}});
    CHECK(collector.bad_routes().empty());
    CHECK(collector.told_about("route 1 is good").size() == 1);
}
