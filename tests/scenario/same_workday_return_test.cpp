// Telephone Customer Service Standards, item 3: is every message returned the same workday, and if
// not, is it said at the deadline, once? Close is 17:00:00 in Chicago, 23:00:00 UTC.

#include <catch2/catch.hpp>

#include "tests/support/collector.hpp"

using namespace callwatch;
using namespace callwatch::test;
using namespace std::chrono_literals;
using Lines = std::vector<std::string>;

namespace {

const Lines overdue_once{"23:00:00.000 pbx1/101@default#m1 overdue"};

/// m1 was left at nine and is listed.
Collector with_message(Policy policy = {})
{
    Collector collector{policy};
    collector.at("09:00:00").message("m1", from("0217000001"), "101").after(20s).listed("m1");
    return collector;
}

}  // namespace

TEST_CASE("a message open at close is overdue then, not a microsecond earlier, and once",
          "[scenario][returns]")
{
    auto collector = with_message();
    collector.at("16:59:59.999999").beat();
    CHECK(collector.told_about("overdue").empty());

    collector.at("17:00:00").beat();
    CHECK(collector.told_about("overdue") == overdue_once);

    collector.at("17:30:00").beat().at("18:30:00").beat().restart().beat();
    CHECK(collector.told_about("overdue") == overdue_once);
    CHECK(collector.the("m1").overdue);
}

TEST_CASE("the deadline is not judged before every source has passed it", "[scenario][returns]")
{
    auto collector = with_message();
    collector.source_silent().at("17:00:10").tick();
    CHECK_FALSE(collector.the("m1").overdue);

    collector.source_speaks().at("17:20:00").beat();
    CHECK(collector.told_about("overdue") == overdue_once);
}

TEST_CASE("a return answered at the deadline is late, a microsecond before it is not",
          "[scenario][returns]")
{
    auto collector = with_message();
    SECTION("at the deadline")
    {
        collector.at("17:00:00").calls_back("101", "0217000001", 60s).beat();
        CHECK(collector.the("m1").overdue);
        CHECK(collector.state("m1") == "RETURNED");
        CHECK(collector.verdict() == "VIOLATIONS");
    }
    SECTION("before it")
    {
        collector.lists().at("16:59:59.999999").calls_back("101", "0217000001", 60s).lists().beat();
        CHECK_FALSE(collector.the("m1").overdue);
        CHECK(collector.verdict() == "CLEAR");
    }
}

TEST_CASE("an answered call still up across the deadline is waited for", "[scenario][returns]")
{
    auto collector = with_message();
    collector.at("16:59:58").lists().answered("c", "101", "0217000001");

    SECTION("it lasts")
    {
        collector.at("17:00:00").beat();
        CHECK_FALSE(collector.the("m1").overdue);
        CHECK(collector.verdict() == "not checked");
        collector.at("17:00:03").beat();
        CHECK(collector.state("m1") == "RETURNED");
        CHECK(collector.verdict() == "CLEAR");
        CHECK(collector.day()->revision == 1);
    }
    SECTION("it was too short")
    {
        collector.at("17:00:00").beat().at("17:00:01").hangs_up("c").beat();
        CHECK(collector.told_about("overdue") == overdue_once);
        CHECK(collector.verdict() == "VIOLATIONS");
    }
}

TEST_CASE("an attempt before the deadline meets it where the policy says so", "[scenario][returns]")
{
    auto collector = with_message();
    collector.at("16:00:00").rings_out("101", "0217000001", 15s).at("16:58:00").lists();
    collector.at("17:00:00").beat();

    CHECK(collector.told_about("deadline met") ==
          Lines{"23:00:00.000 pbx1/101@default#m1 deadline met: attempted"});
    CHECK(collector.state("m1") == "ATTEMPTED");
    CHECK_FALSE(collector.the("m1").overdue);
    CHECK(collector.verdict() == "CLEAR");
    CHECK(collector.day()->attempted == 1);
    REQUIRE(collector.day()->open.size() == 1);
    CHECK_FALSE(collector.day()->open[0].violation);
}

TEST_CASE("an attempt does not meet the deadline where the policy says so", "[scenario][returns]")
{
    const auto answer =
        GENERATE(Policy::NoAnswer::does_not_count, Policy::NoAnswer::counts_if_message_left);
    auto collector = with_message(Policy{.no_answer = answer});
    collector.at("16:00:00").rings_out("101", "0217000001", 15s).lists().at("17:00:00").beat();

    CHECK(collector.told_about("overdue") == overdue_once);
    CHECK(collector.verdict() == "VIOLATIONS");
}

TEST_CASE("an attempt that ends after the deadline is too late", "[scenario][returns]")
{
    // Nobody can know at 17:00:00 that a telephone which still rings will not be answered.
    auto collector = with_message();
    collector.at("16:59:50").rings_out("101", "0217000001", 15s);
    collector.beat();
    CHECK(collector.told_about("overdue") == overdue_once);
    CHECK(collector.state("m1") == "ATTEMPTED");
}

TEST_CASE("what was due before monitoring began is not judged", "[scenario][returns]")
{
    auto organisation = two_locations();
    organisation.locations[1].monitoring_start =
        Instant{std::chrono::sys_days{std::chrono::year{2026} / 11 / 23}};
    Collector collector{{}, organisation};
    collector.at("09:00:00")
        .message("m1", from("0217000001"), "101")
        .listed("m1")
        .at("17:00:00")
        .beat();

    CHECK(collector.told_about("deadline met") ==
          Lines{"23:00:00.000 pbx1/101@default#m1 deadline met: not_monitored"});
    CHECK_FALSE(collector.the("m1").overdue);
    CHECK(collector.verdict() == "not checked");
}

TEST_CASE("a message left at close is due the next workday", "[scenario][returns]")
{
    Collector collector;
    collector.at("16:59:59.999999").message("m1", from("0217000001"), "101");
    collector.at("17:00:00").message("m2", from("0217000002"), "101").beat();
    CHECK(collector.the("m1").overdue);
    CHECK_FALSE(collector.the("m2").overdue);

    collector.on("2026-11-23").at("16:59:59.999999").beat();
    CHECK_FALSE(collector.the("m2").overdue);
    collector.at("17:00:00").beat();
    CHECK(collector.the("m2").overdue);
}

TEST_CASE("each location keeps its own close", "[scenario][returns]")
{
    Collector collector;
    collector.at("09:00:00").message("m1", from("0217000001"), "101");
    collector.message("m2", from("0217000001"), "201");
    collector.at("15:59:59.999999").beat();
    CHECK_FALSE(collector.the("m2").overdue);
    collector.at("16:00:00").beat();  // 17:00 in New York.
    CHECK(collector.the("m2").overdue);
    CHECK_FALSE(collector.the("m1").overdue);
}

TEST_CASE("a message that only a list after close shows is overdue all the same",
          "[scenario][returns]")
{
    Collector collector;
    collector.at("16:40:00").unseen_message("m1", from("0217000001"), "101").lists();
    collector.at("16:50:00").unseen_message("m2", from("0217000001"), "101");
    collector.at("17:00:00").beat();
    collector.at("17:05:00").lists();
    CHECK(collector.told_about("#m2 overdue").size() == 1);
    CHECK(collector.day()->open.size() == 2);
}
