// Are times shown as the clock on the wall of the location showed them, and in JSON as UTC? Also on
// the days when that clock is changed.

#include <catch2/catch.hpp>

#include "daemon/ctl/local_times.hpp"

using namespace callwatch::ctl;

namespace {

constexpr std::int64_t closing_us = 1'795'215'600'000'000;  ///< 2026-11-20T23:00:00Z

LocalTimes two_zones()
{
    google::protobuf::RepeatedPtrField<callwatch::v1::LocationRow> locations;
    auto* northside = locations.Add();
    northside->set_location_id("northside");
    northside->set_zone("America/Chicago");
    auto* eastgate = locations.Add();
    eastgate->set_location_id("eastgate");
    eastgate->set_zone("America/Kentucky/Louisville");
    return LocalTimes{locations};
}

LocalTimes one_zone(const std::string& zone)
{
    google::protobuf::RepeatedPtrField<callwatch::v1::LocationRow> locations;
    auto* location = locations.Add();
    location->set_location_id("northside");
    location->set_zone(zone);
    return LocalTimes{locations};
}

}  // namespace

TEST_CASE("JSON times are UTC with microseconds", "[unit][ctl]")
{
    CHECK(rfc3339(closing_us - 1'876'544) == "2026-11-20T22:59:58.123456Z");
    CHECK(rfc3339(closing_us) == "2026-11-20T23:00:00.000000Z");
    CHECK(rfc3339(0).empty());
    CHECK(rfc3339(-1).empty());
    CHECK(rfc3339(INT64_MAX).empty());
}

TEST_CASE("each location reads its own clock", "[unit][ctl]")
{
    const LocalTimes times = two_zones();
    CHECK(times.in_full("northside", closing_us) == "2026-11-20 17:00:00 CST");
    CHECK(times.in_full("eastgate", closing_us) == "2026-11-20 18:00:00 EST");
    CHECK(times.in_full("", closing_us) == "2026-11-20 23:00:00 UTC");
    CHECK(times.caption() == "Times are local to each location; without a location, UTC.");
}

TEST_CASE("a time of today has no date, another has one, by the local calendar", "[unit][ctl]")
{
    const LocalTimes times = one_zone("America/Chicago");
    const std::int64_t hour_us = 3'600'000'000;
    CHECK(times.moment("northside", closing_us - 9 * hour_us, closing_us) == "08:00:00");
    CHECK(times.moment("northside", closing_us - 18 * hour_us, closing_us) ==
          "2026-11-19 23:00:00");
    CHECK(times.moment("northside", closing_us + 6 * hour_us, closing_us) == "23:00:00");
    CHECK(times.moment("northside", closing_us, 0) == "2026-11-20 17:00:00");
}

TEST_CASE("locations of one zone lend it to what belongs to none", "[unit][ctl]")
{
    const LocalTimes times = one_zone("America/Chicago");
    CHECK(times.in_full("", closing_us) == "2026-11-20 17:00:00 CST");
    CHECK(times.caption() == "Times: America/Chicago.");
}

TEST_CASE("the hour that happens twice is told apart by its abbreviation", "[unit][ctl]")
{
    const LocalTimes times = one_zone("America/Chicago");
    const std::int64_t first_us = 1'793'514'600'000'000;  // 2026-11-01T06:30:00Z
    CHECK(times.in_full("northside", first_us) == "2026-11-01 01:30:00 CDT");
    CHECK(times.in_full("northside", first_us + 3'600'000'000) == "2026-11-01 01:30:00 CST");
}

TEST_CASE("a zone this machine does not know is UTC, and says so", "[unit][ctl]")
{
    const LocalTimes times = one_zone("Moon/Tranquility");
    CHECK(times.in_full("northside", closing_us) == "2026-11-20 23:00:00 UTC");
    CHECK(times.caption() == "Times: UTC.");
}

TEST_CASE("what was not said is a dash, and what cannot be a time is not known", "[unit][ctl]")
{
    const LocalTimes times;
    CHECK(times.moment("", 0, closing_us) == "–");
    CHECK(times.moment("", -5, closing_us) == "?");
    CHECK(times.in_full("", INT64_MAX) == "?");
}

TEST_CASE("a business date is read with its weekday", "[unit][ctl]")
{
    CHECK(with_weekday("2026-11-20") == "Friday 2026-11-20");
    CHECK(with_weekday("soon") == "soon");
    CHECK(with_weekday("2026-11-20x") == "2026-11-20x");
}
