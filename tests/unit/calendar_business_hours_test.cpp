// When does a location work, and when is a message due? Telephone Customer Service Standards, items
// 1 and 3: 8:00 am to 5:00 pm, Monday through Friday, local time, half-open. Each expected instant
// was worked out apart from the code. Random histories of many zones are in
// tests/property/calendar_oracle_test.cpp.

#include <catch2/catch.hpp>
#include <sstream>

#include "daemon/calendar/business_calendar.hpp"
#include "tests/support/calendar_vocabulary.hpp"

using namespace callwatch;
using callwatch::test::calendar_of;
using callwatch::test::day;
using callwatch::test::office;
using callwatch::test::utc;
using std::chrono::hours;
using std::chrono::microseconds;
using std::chrono::minutes;
using AfterHours = Policy::AfterHoursDue;

namespace {

struct DueExample {
    const char* received_local;  // For the reader.
    const char* zone;
    const char* received;
    const char* workday;
    const char* deadline;
};

}  // namespace

TEST_CASE("a message is due at the close of its workday, whatever the clocks did since",
          "[unit][calendar]")
{
    const auto example = GENERATE(values<DueExample>({
        {"Fri 16:59:59", "America/Chicago", "2012-06-15T21:59:59", "2012-06-15",
         "2012-06-15T22:00:00"},
        {"Fri 17:00:00", "America/Chicago", "2012-06-15T22:00:00", "2012-06-18",
         "2012-06-18T22:00:00"},
        {"Sat 10:00", "America/Chicago", "2012-06-16T15:00:00", "2012-06-18",
         "2012-06-18T22:00:00"},
        {"Mon 07:15, before opening", "America/Chicago", "2012-06-18T12:15:00", "2012-06-18",
         "2012-06-18T22:00:00"},
        {"Tue 17:30, a holiday next", "America/Chicago", "2012-07-03T22:30:00", "2012-07-05",
         "2012-07-05T22:00:00"},
        {"Wed 10:00, a holiday", "America/Chicago", "2012-07-04T15:00:00", "2012-07-05",
         "2012-07-05T22:00:00"},
        {"Fri 16:00 CDT", "America/Chicago", "2026-10-30T21:00:00", "2026-10-30",
         "2026-10-30T22:00:00"},
        {"Sun 01:30, the first", "America/Chicago", "2026-11-01T06:30:00", "2026-11-02",
         "2026-11-02T23:00:00"},
        {"Sun 01:30, the second", "America/Chicago", "2026-11-01T07:30:00", "2026-11-02",
         "2026-11-02T23:00:00"},
        {"Fri 18:00, daylight saving begins Sunday", "America/Chicago", "2027-03-13T00:00:00",
         "2027-03-15", "2027-03-15T22:00:00"},
        {"Wed 17:10, two holidays and a weekend", "America/Chicago", "2026-11-25T23:10:00",
         "2026-11-30", "2026-11-30T23:00:00"},
        {"Tue 16:30", "America/Kentucky/Louisville", "2026-11-24T21:30:00", "2026-11-24",
         "2026-11-24T22:00:00"},
        {"Tue 16:30", "America/Chicago", "2026-11-24T22:30:00", "2026-11-24",
         "2026-11-24T23:00:00"},
    }));
    CAPTURE(example.received_local, example.zone);

    const auto due =
        calendar_of(office(example.zone)).due(utc(example.received), AfterHours::next_workday);

    REQUIRE(due);
    CHECK(describe(due->date) == example.workday);
    CHECK(due->closes == utc(example.deadline));
}

TEST_CASE("business hours are half-open to the microsecond", "[unit][calendar]")
{
    const auto calendar = calendar_of(office("America/Chicago"));
    const Instant opens = utc("2012-06-15T13:00:00");
    const Instant closes = utc("2012-06-15T22:00:00");

    CHECK_FALSE(calendar.is_open(opens - microseconds{1}));
    CHECK(calendar.is_open(opens));
    CHECK(calendar.is_open(closes - microseconds{1}));
    CHECK_FALSE(calendar.is_open(closes));
    CHECK(calendar.due(closes - microseconds{1}, AfterHours::next_workday)->closes == closes);
    CHECK(calendar.due(closes, AfterHours::next_workday)->date == day("2012-06-18"));
}

TEST_CASE("a weekend and a holiday are no workdays", "[unit][calendar]")
{
    const auto calendar = calendar_of(office("America/Chicago"));

    CHECK(calendar.is_workday(day("2012-06-15")));
    CHECK_FALSE(calendar.is_workday(day("2012-06-16")));
    CHECK_FALSE(calendar.is_workday(day("2012-06-17")));
    CHECK_FALSE(calendar.is_workday(day("2012-07-04")));
    CHECK_FALSE(calendar.is_open(utc("2012-07-04T15:00:00")));
}

TEST_CASE("special hours replace the weekly ones, on a Saturday too", "[unit][calendar]")
{
    Location location = office("America/Chicago");
    location.exceptions[day("2026-12-24")] = DayHours{hours{8}, hours{12}};
    location.exceptions[day("2026-12-19")] = DayHours{hours{9}, hours{11}};
    location.exceptions[day("2026-12-25")] = std::nullopt;
    const auto calendar = calendar_of(location);
    const Instant noon = utc("2026-12-24T18:00:00");

    CHECK(calendar.due(noon - microseconds{1}, AfterHours::next_workday)->closes == noon);
    CHECK(calendar.due(noon, AfterHours::next_workday)->date == day("2026-12-28"));
    CHECK(calendar.is_open(utc("2026-12-19T15:00:00")));
    CHECK(calendar.due(utc("2026-12-18T23:00:00"), AfterHours::next_workday)->date ==
          day("2026-12-19"));
}

TEST_CASE("by the same-calendar-day policy a late message is due when that day ends",
          "[unit][calendar]")
{
    const auto calendar = calendar_of(office("America/Chicago"));
    const auto same_day = AfterHours::same_calendar_day;

    CHECK(calendar.due(utc("2012-06-15T21:59:59"), same_day)->closes == utc("2012-06-15T22:00:00"));
    CHECK(calendar.due(utc("2012-06-15T22:30:00"), same_day)->closes == utc("2012-06-16T05:00:00"));
    const auto saturday = calendar.due(utc("2012-06-16T15:00:00"), same_day);
    CHECK(saturday->date == day("2012-06-16"));
    CHECK(saturday->closes == utc("2012-06-17T05:00:00"));
}

TEST_CASE("a local time that happens twice opens at the first and closes at the second",
          "[unit][calendar]")
{
    // Chicago, Sunday 2026-11-01: 02:00 CDT becomes 01:00 CST.
    Location location = office("America/Chicago");
    location.weekly[0] = DayHours{hours{1} + minutes{30}, hours{9}};
    CHECK(calendar_of(location).hours_on(day("2026-11-01"))->opens == utc("2026-11-01T06:30:00"));

    location.weekly[0] = DayHours{hours{0}, hours{1} + minutes{30}};
    const auto calendar = calendar_of(location);
    CHECK(calendar.hours_on(day("2026-11-01"))->closes == utc("2026-11-01T07:30:00"));
    CHECK(calendar.is_open(utc("2026-11-01T07:29:59")));
    CHECK(calendar.deadline_at(day("2026-11-01"), hours{1}) == utc("2026-11-01T07:00:00"));
}

TEST_CASE("a local time that does not exist is the instant of the change", "[unit][calendar]")
{
    // Chicago, Sunday 2027-03-14: 02:00 CST becomes 03:00 CDT, at 08:00 UTC.
    Location location = office("America/Chicago");
    location.weekly[0] = DayHours{hours{2} + minutes{30}, hours{4}};
    const auto hours_on_change = calendar_of(location).hours_on(day("2027-03-14"));
    CHECK(hours_on_change->opens == utc("2027-03-14T08:00:00"));
    CHECK(hours_on_change->closes == utc("2027-03-14T09:00:00"));

    location.weekly[0] = DayHours{hours{1}, hours{2} + minutes{30}};
    CHECK(calendar_of(location).hours_on(day("2027-03-14"))->closes == utc("2027-03-14T08:00:00"));
}

TEST_CASE("hours that lie within a change of the clocks are no hours", "[unit][calendar]")
{
    Location location = office("America/Chicago");
    location.weekly[0] = DayHours{hours{2}, hours{3}};
    const auto calendar = calendar_of(location);

    CHECK(calendar.is_workday(day("2027-03-07")));
    CHECK_FALSE(calendar.is_workday(day("2027-03-14")));
}

TEST_CASE("a calendar day that a zone left out is no workday", "[unit][calendar]")
{
    // Samoa crossed the date line: after Thursday 2011-12-29 came Saturday 2011-12-31.
    Location location = office("Pacific/Apia");
    location.weekly[6] = location.weekly[5];
    const auto calendar = calendar_of(location);

    CHECK_FALSE(calendar.is_workday(day("2011-12-30")));
    CHECK(calendar.next_workday(day("2011-12-29"))->date == day("2011-12-31"));
    CHECK(calendar.hours_on(day("2011-12-31"))->opens == utc("2011-12-30T18:00:00"));
}

TEST_CASE("a business day across a change of the clocks is an hour longer or shorter",
          "[unit][calendar]")
{
    Location location = office("America/Chicago");
    location.weekly[0] = DayHours{hours{0}, hours{24}};
    const auto calendar = calendar_of(location);
    const auto length = [&](const char* text) {
        const auto open = calendar.hours_on(day(text));
        return open->closes - open->opens;
    };

    CHECK(length("2026-11-01") == hours{25});
    CHECK(length("2027-03-14") == hours{23});
    CHECK(length("2027-03-21") == hours{24});
}

TEST_CASE("the wall clock of a location tells its offset and its name", "[unit][calendar]")
{
    const auto calendar = calendar_of(office("America/Chicago"));
    const auto before = calendar.local_clock(utc("2026-11-01T06:59:59"));
    const auto after = calendar.local_clock(utc("2026-11-01T07:00:00"));

    CHECK(before.abbreviation == "CDT");
    CHECK(before.utc_offset == -hours{5});
    CHECK(before.local.time_since_epoch() == utc("2026-11-01T01:59:59").time_since_epoch());
    CHECK(after.abbreviation == "CST");
    CHECK(after.local.time_since_epoch() == utc("2026-11-01T01:00:00").time_since_epoch());
    CHECK(calendar.local_date(utc("2026-11-01T04:59:59")) == day("2026-10-31"));
}
