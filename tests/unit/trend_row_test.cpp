// What a location's half hours come to on the board: which day and half hour a call and a message
// count for, and which days are told. 2026-11-20 is a Friday; northside is in America/Chicago.

#include <catch2/catch.hpp>

#include "daemon/board/rows.hpp"
#include "tests/support/collector.hpp"

using namespace callwatch;
using namespace callwatch::test;
using namespace std::chrono_literals;
using enum callwatch::DequeueCause;

namespace {

std::vector<v1::BoardRow> rows(const Collector& collector, const char* location = "northside")
{
    const std::map<SourceId, SourceHealth> sources;
    return trend_rows({collector.engine(), collector.now(), sources}, LocationId{location});
}

v1::TrendRow today(const Collector& collector) { return rows(collector).front().trend(); }

/// The half hour of today that begins at that clock time.
v1::TrendRow::HalfHour half_hour(const Collector& collector, const char* clock_time)
{
    const auto row = today(collector);
    const auto place =
        (collector.time(clock_time) - Instant{Micros{row.first_us()}}) / std::chrono::minutes{30};
    REQUIRE(place >= 0);
    REQUIRE(place < row.half_hours_size());
    return row.half_hours(static_cast<int>(place));
}

std::vector<std::string> ids(const Collector& collector)
{
    std::vector<std::string> all;
    for (const auto& row : rows(collector)) all.push_back(row.id());
    return all;
}

}  // namespace

TEST_CASE("a call counts for the half hour it began to wait in, however it ended", "[unit][trends]")
{
    Collector collector;
    collector.at("09:29:50").joins("c1").after(20s).leaves("c1", answered);
    collector.at("09:31:00").joins("c2").after(40s).leaves("c2", abandoned);
    collector.at("09:40:00").joins("c3").after(10s).leaves("c3", timeout);
    collector.at("09:59:00").joins("c4").at("10:05:00");
    const auto first = half_hour(collector, "09:00:00");
    CHECK(first.offered() == 1);
    CHECK(first.answered() == 1);
    CHECK(first.answered_in_threshold() == 1);
    CHECK(first.answered_wait_ms() == 20'000);
    const auto second = half_hour(collector, "09:30:00");
    CHECK(second.offered() == 3);
    CHECK(second.abandoned() == 1);
    CHECK(second.left_otherwise() == 1);
    CHECK(second.longest_wait_ms() == 40'000);
    CHECK(half_hour(collector, "10:00:00").offered() == 0);
    CHECK(today(collector).service_level_variant() == "SL4");
    CHECK(today(collector).service_level_s() == 20);
}

TEST_CASE("half hours are told from opening to now, and from what came before it", "[unit][trends]")
{
    Collector collector;
    collector.at("08:10:00").beat();
    CHECK(Instant{Micros{today(collector).first_us()}} == collector.time("08:00:00"));
    CHECK(today(collector).half_hours_size() == 1);
    collector.at("12:00:00").beat();
    CHECK(today(collector).half_hours_size() == 9);  // The ninth has just begun.
    collector.at("18:00:00").beat();
    CHECK(today(collector).half_hours_size() == 18);
    collector.at("18:40:00").joins("late");
    CHECK(today(collector).half_hours_size() == 22);

    Collector early;
    early.at("07:20:00").joins("c1").at("09:00:00");
    CHECK(Instant{Micros{today(early).first_us()}} == early.time("07:00:00"));
}

TEST_CASE("open messages at the end of each half hour are those left and not closed by then",
          "[unit][trends]")
{
    Collector collector;
    collector.at("08:50:00").has_key("sue", Role::supervisor);
    collector.at("09:05:00").message("m1", from("0217000001"), "101");
    collector.at("09:35:00").message("m2", from("0217000002"), "101");
    collector.at("10:10:00").calls_back("101", "0217000001", 60s);
    CHECK(half_hour(collector, "09:00:00").messages_open() == 1);
    CHECK(half_hour(collector, "09:30:00").messages_open() == 2);
    CHECK(half_hour(collector, "10:00:00").messages_open() == 1);
    CHECK(half_hour(collector, "10:00:00").messages_closed() == 1);
    REQUIRE(collector.reopens("sue", "m1") == "done");
    CHECK(half_hour(collector, "10:00:00").messages_closed() == 0);
    CHECK(half_hour(collector, "10:00:00").messages_open() == 2);
}

TEST_CASE("today is told, and the last workdays that had calls, five in all", "[unit][trends]")
{
    Collector collector;
    CHECK(ids(collector) == std::vector<std::string>{"northside/2026-11-20"});
    for (const char* date : {"2026-11-20", "2026-11-23", "2026-11-24", "2026-11-25"})
        collector.on(date).at("09:00:00").joins(date).after(5s).leaves(date, answered);
    collector.on("2026-11-30").at("09:00:00").beat();  // 26 and 27 are holidays.
    CHECK(ids(collector) == std::vector<std::string>{"northside/2026-11-30", "northside/2026-11-25",
                                                     "northside/2026-11-24", "northside/2026-11-23",
                                                     "northside/2026-11-20"});
    collector.on("2026-12-05").at("09:00:00").beat();  // A Saturday: no row of its own.
    CHECK(ids(collector).front() == "northside/2026-11-25");
}

TEST_CASE("a day's half hours come with the zone's offset as it was at opening", "[unit][trends]")
{
    Collector collector;
    CHECK(today(collector).utc_offset_s() == -6 * 3600);
    CHECK(rows(collector, "eastside").front().trend().utc_offset_s() == -5 * 3600);
    // The clocks go forward on Sunday 2027-03-14.
    collector.on("2027-03-12").at("09:00:00").joins("c1").after(5s).leaves("c1", answered);
    collector.on("2027-03-15").at("09:00:00").beat();
    REQUIRE(ids(collector) ==
            std::vector<std::string>{"northside/2027-03-15", "northside/2027-03-12"});
    CHECK(rows(collector)[0].trend().utc_offset_s() == -5 * 3600);
    CHECK(rows(collector)[1].trend().utc_offset_s() == -6 * 3600);
}

TEST_CASE("what was not seen is told beside the counts", "[unit][trends]")
{
    Collector collector;
    collector.at("09:00:00").beat();
    collector.at("10:00:00").cannot_see("10:00:00");
    REQUIRE(today(collector).unseen_size() == 1);
    CHECK(Instant{Micros{today(collector).unseen(0).from_us()}} == collector.time("10:00:00"));
    CHECK(today(collector).unseen(0).to_us() == 0);
    collector.at("10:20:00").sees_again("10:00:00", "10:20:00");
    REQUIRE(today(collector).unseen_size() == 1);
    CHECK(Instant{Micros{today(collector).unseen(0).to_us()}} == collector.time("10:20:00"));
}

TEST_CASE("departures are counted by how far they have come, and how long ago", "[unit][departure]")
{
    Collector collector;
    collector.at("08:00:00").has_key("mia", Role::manager).has_key("max", Role::manager);
    collector.has_key("sue", Role::supervisor);
    const auto row = [&] {
        const std::map<SourceId, SourceHealth> sources;
        const BoardView view{collector.engine(), collector.now(), sources};
        return make_location_row(view, *view.directory().location(LocationId{"northside"}));
    };
    const auto by_workdays = [&] {
        const auto now = row();
        return std::vector<std::uint32_t>{now.departed_by_workdays().begin(),
                                          now.departed_by_workdays().end()};
    };
    CHECK(row().departed_pending() == 0);
    CHECK(by_workdays() == std::vector<std::uint32_t>{0, 0, 0, 0, 0, 0});
    REQUIRE(collector.leaves_location("mia", "carla", "12:00:00") == "done");
    collector.at("13:00:00").message("m1", from("0217000001"), "103");
    CHECK(row().departed_pending() == 1);
    CHECK(row().departed_open_messages() == 1);
    CHECK(row().departed_requested() == 0);
    CHECK(by_workdays() == std::vector<std::uint32_t>{1, 0, 0, 0, 0, 0});
    REQUIRE(collector.requests_disconnection("mia", "103") == "done");
    CHECK(row().departed_requested() == 1);
    collector.on("2026-11-22").at("09:00:00").tick();  // Sunday.
    CHECK(by_workdays() == std::vector<std::uint32_t>{1, 0, 0, 0, 0, 0});
    collector.on("2026-11-24").at("07:00:00").tick();
    CHECK(by_workdays() == std::vector<std::uint32_t>{0, 0, 1, 0, 0, 0});
    CHECK(row().departed_red() == 1);
    collector.mailboxes_are({"101", "102", "199"});
    CHECK(row().departed_seen_off() == 1);
    REQUIRE(collector.says_returned("sue", "m1") == "done");
    REQUIRE(collector.confirms_disconnection("max", "103") == "done");
    CHECK(row().departed_pending() == 0);
    CHECK(row().departed_confirmed_today() == 1);
    collector.on("2026-12-20").at("09:00:00").tick();
    CHECK(row().departed_confirmed_today() == 0);
}

TEST_CASE("a greeting is good, not known or wrong, and counted once", "[unit][greeting]")
{
    auto organisation = two_locations();
    for (auto& location : organisation.locations)
        location.messages_deadline = parse_local_date("2026-11-20");
    Collector collector{{}, organisation};
    collector.at("08:00:00").has_key("anna", Role::staff).has_key("ben", Role::staff);
    const auto row = [&] {
        const std::map<SourceId, SourceHealth> sources;
        const BoardView view{collector.engine(), collector.now(), sources};
        return make_location_row(view, *view.directory().location(LocationId{"northside"}));
    };
    REQUIRE(row().greetings_asked() == 3);  // Anna's, ben's and carla's; not the shared one.
    CHECK(row().greetings_not_known() == 3);
    REQUIRE(collector.attests_in_office("anna", "101", "15:00", "16:00") == "done");
    REQUIRE(collector.attests_in_office("ben", "102") == "done");
    CHECK(row().greetings_not_known() == 1);
    CHECK(row().greeting_faults() == 1);
    // The date of the required messages is over: what nobody has said is a fault.
    collector.on("2026-11-21").at("09:00:00").tick();
    CHECK(row().greetings_not_known() == 0);
    CHECK(row().greeting_faults() == 2);
    std::map<std::string, std::uint32_t> kinds;
    const auto last = row();
    for (const auto& one : last.greeting_faults_by_kind()) kinds[one.code()] = one.mailboxes();
    CHECK(kinds == std::map<std::string, std::uint32_t>{{"GREETING_NO_HOURS", 1},
                                                        {"GREETING_NOT_RECORDED", 1}});
}

TEST_CASE("who is away and whose telephone is off is counted at the location", "[unit][board]")
{
    Collector collector;
    collector.at("08:00:00").has_key("sue", Role::supervisor).logs_on("101").logs_on("102");
    collector.telephone("102", false);
    REQUIRE(collector.records_absence("sue", "carla", "08:00:00") == "done");
    const std::map<SourceId, SourceHealth> sources;
    const BoardView view{collector.engine(), collector.now(), sources};
    const auto row = make_location_row(view, *view.directory().location(LocationId{"northside"}));
    CHECK(row.operators_staffed() == 1);
    CHECK(row.operators_unreachable() == 1);
    CHECK(row.staff_away() == 1);
    REQUIRE(collector.ends_absence("sue", "carla") == "done");
    const BoardView later{collector.engine(), collector.now(), sources};
    CHECK(make_location_row(later, *later.directory().location(LocationId{"northside"}))
              .staff_away() == 0);
}
