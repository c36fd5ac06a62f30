// What does a calendar refuse, and where does it end? Zones that do not exist, years without zone
// rules (after 2037), years without workdays, and texts that are no dates.

#include <catch2/catch.hpp>

#include "daemon/calendar/business_calendar.hpp"
#include "tests/support/calendar_vocabulary.hpp"

using namespace callwatch;
using callwatch::test::calendar_of;
using callwatch::test::day;
using callwatch::test::office;
using callwatch::test::utc;
using std::chrono::hours;
using AfterHours = Policy::AfterHoursDue;

TEST_CASE("a zone that the system does not know is refused", "[unit][calendar]")
{
    const auto* zone = GENERATE("", "Mars/Base", "america/chicago", "../../../etc/passwd",
                                "tzdata.zi", "localtime");
    const auto calendar = BusinessCalendar::make(office(zone));

    REQUIRE_FALSE(calendar);
    CHECK(calendar.refusal().code == Refusal::Code::unknown_subject);
    CHECK(calendar.refusal().detail == "no time zone is called '" + std::string{zone} + "' here");
}

TEST_CASE("nothing is due after 2037, where the zone rules end", "[unit][calendar]")
{
    const auto calendar = calendar_of(office("America/Chicago"));

    CHECK(calendar.due(utc("2037-12-31T22:59:59"), AfterHours::next_workday)->date ==
          day("2037-12-31"));
    CHECK_FALSE(calendar.due(utc("2037-12-31T23:00:00"), AfterHours::next_workday));
    CHECK_FALSE(calendar.due(utc("2038-06-01T15:00:00"), AfterHours::next_workday));
    CHECK_FALSE(calendar.due(utc("2038-06-01T15:00:00"), AfterHours::same_calendar_day));
    CHECK_FALSE(calendar.is_open(utc("2038-06-01T15:00:00")));
    CHECK_FALSE(calendar.next_workday(day("2037-12-31")));
    CHECK_FALSE(calendar.is_workday(day("1969-12-31")));
}

TEST_CASE("summer time is still known in the last year", "[unit][calendar]")
{
    const auto calendar = calendar_of(office("America/Chicago"));

    CHECK(calendar.hours_on(day("2037-07-01"))->closes == utc("2037-07-01T22:00:00"));
    CHECK(calendar.hours_on(day("2037-11-02"))->closes == utc("2037-11-02T23:00:00"));
}

TEST_CASE("the ends of time are answered, not feared", "[unit][calendar]")
{
    const auto calendar = calendar_of(office("America/Chicago"));

    CHECK_FALSE(calendar.is_open(Instant::min()));
    CHECK_FALSE(calendar.is_open(Instant::max()));
    CHECK_FALSE(calendar.due(Instant::max(), AfterHours::same_calendar_day));
}

TEST_CASE("a location that never opens has no due day", "[unit][calendar]")
{
    Location location = office("America/Chicago");
    location.weekly = {};
    const auto calendar = calendar_of(location);
    CHECK_FALSE(calendar.due(utc("2026-11-20T12:00:00"), AfterHours::next_workday));

    location.exceptions[day("2027-12-24")] = DayHours{hours{8}, hours{12}};
    const auto once = calendar_of(location);
    CHECK(once.next_workday(day("2026-11-19"))->date == day("2027-12-24"));  // 400 days later.
    CHECK_FALSE(once.next_workday(day("2026-11-18")));
}

TEST_CASE("two calendars that differ in zone, hours or holidays have different versions",
          "[unit][calendar]")
{
    const Location chicago = office("America/Chicago");
    Location longer = chicago;
    longer.weekly[5]->to = hours{18};
    Location holiday = chicago;
    holiday.exceptions[day("2026-12-25")] = std::nullopt;
    const auto version = calendar_of(chicago).version();

    CHECK(version.size() == 16);
    CHECK(version.find_first_not_of("0123456789abcdef") == std::string::npos);
    CHECK(version == calendar_of(office("America/Chicago")).version());
    CHECK(version != calendar_of(office("America/New_York")).version());
    CHECK(version != calendar_of(longer).version());
    CHECK(version != calendar_of(holiday).version());
}

TEST_CASE("a date is read only as year-month-day", "[unit][calendar]")
{
    CHECK(parse_local_date("2026-11-20") == LocalDate{std::chrono::days{20777}});
    CHECK(describe(*parse_local_date("2028-02-29")) == "2028-02-29");

    const auto* text =
        GENERATE("", "2026-11-2", "2026-11-200", "2026/11/20", "2027-02-29", "2026-13-01",
                 "2026-00-10", "2026-1a-20", "+026-11-20", " 026-11-20", "2026-11--1");
    CAPTURE(text);
    CHECK_FALSE(parse_local_date(text));
}

TEST_CASE("the version of the system's zone data is known", "[unit][calendar]")
{
    const auto version = tzdata_version();

    CHECK(version.size() >= 5);  // "2024b"
    CHECK(version.substr(0, 2) == "20");
}
