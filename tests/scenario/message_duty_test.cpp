// Requirements 1 and 1.1: when a message is a duty, which one it is, and when it is due. Friday
// 2026-11-20 is followed by Monday the 23rd.

#include <catch2/catch.hpp>

#include "daemon/calendar/business_calendar.hpp"
#include "tests/support/collector.hpp"

using namespace callwatch;
using namespace callwatch::test;
using namespace std::chrono_literals;
using Lines = std::vector<std::string>;

namespace {

const auto caller = from("0217000001");

std::size_t count_messages(const Collector& collector)
{
    return collector.board().messages().all().size();
}

std::string due(const Collector& collector, const std::string& name)
{
    return describe(collector.the(name).left.due_date);
}

/// northside with one exception to its hours on Monday.
Organisation with_monday(std::optional<DayHours> hours)
{
    auto organisation = two_locations();
    organisation.locations[1].exceptions[*parse_local_date("2026-11-23")] = hours;
    return organisation;
}

}  // namespace

TEST_CASE("a call begun at 16:59:40 whose message ends after close is due that day",
          "[scenario][duty]")
{
    Collector collector;
    collector.at("16:55:00").lists().at("16:59:45").reaches_greeting("m1", "101");
    collector.at("17:00:15").beat();
    CHECK(collector.verdict() == "UNKNOWN");  // She may still be speaking.
    CHECK(collector.reasons() == Lines{"call_still_up 1"});

    collector.at("17:00:25").message("m1", caller, "101", "16:59:40").beat();
    CHECK(due(collector, "m1") == "2026-11-20");
    CHECK(collector.the("m1").left.late_arrival);
    CHECK(collector.the("m1").overdue);
    CHECK(collector.verdict() == "VIOLATIONS");
}

TEST_CASE(
    "who hears the greeting shortly before close and says nothing holds the day up for three "
    "minutes",
    "[scenario][duty]")
{
    Collector collector;
    collector.at("16:55:00").lists().at("16:59:00").reaches_greeting("c1", "101");
    collector.at("17:01:59.999999").beat();
    CHECK(collector.day()->provisional);
    collector.at("17:02:00").beat();
    CHECK(collector.verdict() == "CLEAR");
    CHECK_FALSE(collector.day()->provisional);
}

TEST_CASE("who hears the greeting and leaves nothing is a missed call, no duty", "[scenario][duty]")
{
    Collector collector;
    collector.at("09:00:00").reaches_greeting("c1", "101").at("16:55:00").lists();
    collector.at("17:00:00").beat();
    CHECK(count_messages(collector) == 0);
    CHECK(collector.board().mailboxes().find(box("101"))->without_message.size() == 1);
    CHECK(collector.verdict() == "CLEAR");
}

TEST_CASE("a message of under three seconds is a missed call, whenever its length is seen",
          "[scenario][duty]")
{
    Collector collector;
    collector.at("09:00:00").message("m1", caller, "101").message("m2", caller, "101");
    collector.message("m3", caller, "101").listed("m1", 2'999ms).listed("m2", 3'000ms);
    collector.at("10:00:00").calls_back("101", "0217000001", 60s);
    collector.listed("m3", 2'999ms);
    CHECK(collector.state("m1") == "MISSED_CALL");
    CHECK(collector.state("m2") == "RETURNED");
    CHECK(collector.state("m3") == "MISSED_CALL");
}

TEST_CASE("every message of a caller who left several is a duty of its own", "[scenario][duty]")
{
    Collector collector;
    collector.at("09:00:00").message("m1", caller, "101").message("m2", caller, "101");
    collector.message("m3", caller, "102").at("17:00:00").beat();
    CHECK(collector.told_about("overdue").size() == 3);
    CHECK(collector.day()->due == 3);
}

TEST_CASE("a provisional duty is bound when a list shows it, and is the same", "[scenario][duty]")
{
    Collector collector;
    collector.at("09:00:00").message("m1", caller, "101");
    CHECK(collector.the("m1").msg_id.empty());
    collector.at("09:05:00").lists().at("09:06:00").listed("m1").lists();
    CHECK(collector.the("m1").msg_id == MsgId{"m1"});
    CHECK(count_messages(collector) == 1);
    CHECK(collector.told_about("m1 is m1 in INBOX").size() == 1);
}

TEST_CASE("a provisional duty that no list ever shows is never dropped", "[scenario][duty]")
{
    Collector collector;
    collector.at("09:00:00").message("m1", caller, "101").forgotten_by_telephones("m1");
    collector.at("10:00:00").lists().at("16:59:00").lists().at("17:00:00").beat().lists();
    CHECK(collector.state("m1") == "NEW");
    CHECK(collector.the("m1").overdue);
}

// The bridge was killed between the two, and knows the call no more; a file tells whole seconds.
TEST_CASE("a list that knows no call shows the message that its caller was announced to leave",
          "[scenario][duty]")
{
    const auto file = [](const std::string& msg_id, const Party& who, Instant greeting_began) {
        return VoicemailLeft{.msg_id = {msg_id},
                             .mailbox = box("101"),
                             .caller = who,
                             .duration = 20s,
                             .received_at = greeting_began};
    };
    Collector collector;
    collector.at("09:00:30").message("m1", caller, "101", "09:00:00.400");
    collector.at("09:01:00").message("m2", caller, "101", "09:00:40");

    SECTION("each its own")
    {
        collector.says(file("two", caller, collector.time("09:00:41")));
        collector.says(file("one", caller, collector.time("09:00:00")));
        CHECK(count_messages(collector) == 2);
        CHECK(collector.the("m1").msg_id == MsgId{"one"});
        CHECK(collector.the("m2").msg_id == MsgId{"two"});
    }
    SECTION("not one that began when no announced call was up")
    {
        collector.says(file("before", caller, collector.time("08:59:58")));
        collector.says(file("between", caller, collector.time("09:00:35")));
        CHECK(count_messages(collector) == 4);
    }
    SECTION("not that of another caller, or one whose number nobody knows")
    {
        collector.says(file("other", from("0217000002"), collector.time("09:00:10")));
        collector.says(file("withheld", {}, collector.time("09:00:10")));
        CHECK(count_messages(collector) == 4);
        CHECK(collector.the("m1").msg_id.empty());
    }
}

// The bridge began anew while the caller spoke: it knows neither when the call began nor, of the
// file, which call it was.
TEST_CASE("a message that a new bridge lists and announces is one, in either order",
          "[scenario][duty]")
{
    Collector collector;
    collector.at("09:00:40");
    const auto file = [&](const std::string& greeting_began) {
        return VoicemailLeft{.msg_id = {"m1"},
                             .mailbox = box("101"),
                             .caller = caller,
                             .duration = 20s,
                             .received_at = collector.time(greeting_began)};
    };
    const auto announcement = [&](const std::string& call_began) {
        return VoicemailLeft{.mailbox = box("101"),
                             .caller = caller,
                             .call = {"pbx1/m1"},
                             .received_at = collector.time(call_began)};
    };

    SECTION("announced, then listed")
    {
        collector.says(announcement("09:00:40")).after(1s).says(file("09:00:15"));
        CHECK(count_messages(collector) == 1);
        CHECK(collector.the("m1").msg_id == MsgId{"m1"});
    }
    SECTION("listed, then announced")
    {
        collector.says(file("09:00:15")).at("09:00:41").says(announcement("09:00:41"));
        CHECK(count_messages(collector) == 1);
    }
    SECTION("a file of long before is another message")
    {
        collector.says(file("08:50:30")).at("09:00:41").says(announcement("09:00:41"));
        CHECK(count_messages(collector) == 2);
    }
    SECTION("a call whose beginning was seen, after the file, left another one")
    {
        collector.says(file("09:00:15")).says(announcement("09:00:30"));
        CHECK(count_messages(collector) == 2);
    }
}

TEST_CASE("an announcement that comes after the list is the same message", "[scenario][duty]")
{
    Collector collector{{}, two_sources()};
    collector.at("09:00:00").unseen_message("m1", caller, "101").after(1min).lists();
    collector.by_source("calls").says(VoicemailLeft{.mailbox = box("101"),
                                                    .caller = caller,
                                                    .call = {"pbx1/m1"},
                                                    .received_at = collector.time("09:00:00")});
    CHECK(count_messages(collector) == 1);
}

TEST_CASE("an event that comes twice is taken once", "[scenario][duty]")
{
    Collector collector;
    collector.at("09:00:00").message("m1", caller, "101");
    const auto before = collector.facts().size();
    CHECK(collector.repeats_last()->code == Refusal::Code::duplicate);
    CHECK(collector.facts().size() == before);
    CHECK(count_messages(collector) == 1);
}

TEST_CASE("a new spool that says the same again begins no second duty", "[scenario][duty]")
{
    Collector collector;
    collector.at("09:00:00").message("m1", caller, "101").listed("m1");
    collector.new_spool().says(VoicemailLeft{.mailbox = box("101"),
                                             .caller = caller,
                                             .call = {"pbx1/m1"},
                                             .received_at = collector.now()});
    collector.listed("m1").lists();
    CHECK(count_messages(collector) == 1);
}

TEST_CASE("two messages of one call in one mailbox are two duties", "[scenario][duty]")
{
    Collector collector;
    collector.at("09:00:00").message("m1", caller, "101").after(1min);
    collector.says(VoicemailLeft{.mailbox = box("101"),
                                 .caller = caller,
                                 .call = {"pbx1/m1"},
                                 .received_at = collector.time("09:00:00")});
    CHECK(count_messages(collector) == 2);
}

TEST_CASE("late arrival is the last quarter of an hour before close", "[scenario][duty]")
{
    Collector collector;
    collector.at("16:44:59.999999").message("m1", caller, "101");
    collector.at("16:45:00").message("m2", caller, "101");
    collector.at("17:00:00").message("m3", caller, "101");
    CHECK_FALSE(collector.the("m1").left.late_arrival);
    CHECK(collector.the("m2").left.late_arrival);
    CHECK_FALSE(collector.the("m3").left.late_arrival);
}

TEST_CASE("before opening it is due the same day, after close the next workday", "[scenario][duty]")
{
    Collector collector;
    collector.at("07:15:00")
        .message("m1", caller, "101")
        .at("17:00:00")
        .message("m2", caller, "101");
    CHECK(due(collector, "m1") == "2026-11-20");
    CHECK(due(collector, "m2") == "2026-11-23");
}

TEST_CASE("after close it may be due at midnight, and belongs to the next check",
          "[scenario][duty]")
{
    Collector collector{Policy{.after_hours_due = Policy::AfterHoursDue::same_calendar_day}};
    collector.at("16:55:00")
        .lists()
        .at("17:00:00")
        .beat()
        .at("18:00:00")
        .message("m1", caller, "101");
    collector.at("23:59:59.999999").beat();
    CHECK_FALSE(collector.the("m1").overdue);
    collector.on("2026-11-21").at("00:00:00").beat();
    CHECK(collector.the("m1").overdue);
    CHECK(collector.verdict() == "CLEAR");
    collector.on("2026-11-23").at("17:00:00").beat();
    CHECK(collector.verdict("2026-11-23") == "VIOLATIONS");
}

TEST_CASE("on a day of special hours the day ends at noon", "[scenario][duty]")
{
    Collector collector{{}, with_monday(DayHours{8h, 12h})};
    collector.on("2026-11-23").at("11:59:59.999999").message("m1", caller, "101");
    collector.at("12:00:00").message("m2", caller, "101").beat();
    CHECK(collector.the("m1").overdue);
    CHECK(due(collector, "m2") == "2026-11-24");
    CHECK(collector.verdict("2026-11-23") == "VIOLATIONS");
}

TEST_CASE("on a holiday nothing is due, and there is no check", "[scenario][duty]")
{
    Collector collector{{}, with_monday(std::nullopt)};
    collector.on("2026-11-23").at("10:00:00").message("m1", caller, "101");
    collector.at("17:00:15").beat();
    CHECK(due(collector, "m1") == "2026-11-24");
    CHECK_FALSE(collector.the("m1").overdue);
    CHECK(collector.day("2026-11-23") == nullptr);
    CHECK(collector.day("2026-11-23", "eastside") != nullptr);
}

TEST_CASE("a returned message that lies in its mailbox for months is not asked for again",
          "[scenario][duty]")
{
    Collector collector;
    collector.at("09:00:00").message("m1", caller, "101").listed("m1");
    collector.at("10:00:00").calls_back("101", "0217000001", 60s);
    collector.on("2027-02-01").at("16:59:00").lists().at("17:00:00").beat().lists();
    CHECK(collector.state("m1") == "RETURNED");
    CHECK(collector.told_about("overdue").empty());
    CHECK(collector.verdict("2027-02-01") == "CLEAR");
}

TEST_CASE("a returned message that was deleted is forgotten in time", "[scenario][duty]")
{
    Collector collector;
    collector.at("09:00:00").message("m1", caller, "101").listed("m1");
    collector.at("10:00:00").calls_back("101", "0217000001", 60s).deleted("m1");
    collector.on("2027-02-01").at("17:00:00").beat();
    CHECK(count_messages(collector) == 0);
}

TEST_CASE("a source that was away over the holidays still finds who called back meanwhile",
          "[scenario][duty]")
{
    Collector collector{{}, two_sources()};
    collector.at("09:00:00").unseen_message("m1", caller, "101");
    collector.by_source("calls").at("10:00:00").calls_back("101", "0217000001", 60s);
    collector.on("2026-11-30").at("09:00:00").calls_back("102", "0217000002", 60s);
    collector.by_source("pbx1").lists().beat();
    CHECK(collector.state("m1") == "RETURNED");
    CHECK_FALSE(collector.the("m1").overdue);
}

TEST_CASE("an event that can be of no message is passed over, and its source goes on",
          "[scenario][duty]")
{
    Collector collector;
    collector.at("09:00:00").says(VoicemailLeft{.mailbox = box("101"), .caller = caller});
    CHECK(collector.told_about("refused: malformed").size() == 1);
    collector.message("m1", caller, "101");
    CHECK(count_messages(collector) == 1);
}
