// Telephone Customer Service Standards, item 7 (requirement TS-7): the verdict of a day, its
// reasons, and its revisions. Close is 17:00:00 at northside, 16:00:00 of its clock at eastside.

#include <catch2/catch.hpp>

#include "tests/support/collector.hpp"

using namespace callwatch;
using namespace callwatch::test;
using namespace std::chrono_literals;
using Lines = std::vector<std::string>;

namespace {

const auto caller = from("0217000001");

/// A day without anything: lists of five to five.
Collector quiet_day(Organisation organisation = two_locations(), Policy policy = {})
{
    Collector collector{policy, std::move(organisation)};
    return collector.at("16:55:00").lists().beat();
}

/// The same with one unreturned message.
Collector day_with_message(Policy policy = {})
{
    Collector collector{policy};
    collector.at("09:00:00").message("m1", caller, "101").listed("m1");
    return collector.at("16:55:00").lists().beat();
}

}  // namespace

TEST_CASE("a day on which everything was returned is CLEAR at close, once", "[scenario][day]")
{
    auto collector = day_with_message();
    collector.at("16:56:00").calls_back("101", "0217000001", 60s);
    collector.at("16:59:59.999999").beat();
    CHECK(collector.verdict() == "not checked");
    collector.at("17:00:00").beat().at("17:10:00").beat();
    CHECK(collector.verdict() == "CLEAR");
    CHECK(collector.reasons().empty());
    CHECK(collector.day()->revision == 1);
    CHECK(collector.day()->due == 1);
    CHECK(collector.day()->returned == 1);
    CHECK_FALSE(collector.day()->late);
}

TEST_CASE("CLEAR with an attempt says how many, and lists it", "[scenario][day]")
{
    auto collector = day_with_message();
    collector.rings_out("101", "0217000001", 20s).at("17:00:00").beat();
    CHECK(collector.verdict() == "CLEAR");
    CHECK(collector.day()->attempted == 1);
    CHECK(collector.day()->open[0].state == "ATTEMPTED");
}

TEST_CASE("with an unreturned message it is VIOLATIONS, and stays so when it is returned later",
          "[scenario][day]")
{
    auto collector = day_with_message();
    collector.at("17:00:00").beat().at("17:01:00").calls_back("101", "0217000001", 60s).beat();
    CHECK(collector.state("m1") == "RETURNED");
    CHECK(collector.verdict() == "VIOLATIONS");
    CHECK(collector.day()->revision == 1);
    CHECK(collector.reasons() == Lines{"unreturned 1"});
}

TEST_CASE("what is proved is said although more may be unknown", "[scenario][day]")
{
    auto collector = day_with_message();
    collector.loses(3).at("17:00:00").beat();
    CHECK(collector.verdict() == "VIOLATIONS");
    CHECK(collector.reasons() == Lines{"unreturned 1", "gap pbx1"});
}

TEST_CASE("a violation is proved although a call about another message is too short to tell",
          "[scenario][day]")
{
    Collector collector{Policy{.min_talk = 60s}};
    collector.at("09:00:00").message("m1", caller, "101").message("m2", from("0217000002"), "101");
    collector.at("16:59:30").answered("c", "101", "0217000001").at("17:00:00").beat();
    CHECK(collector.verdict() == "VIOLATIONS");
    CHECK(collector.day()->provisional);
    CHECK(collector.reasons()[0] == "unreturned 2");

    collector.at("17:00:30").beat();
    CHECK(collector.state("m1") == "RETURNED");
    CHECK_FALSE(collector.day()->provisional);
    CHECK(collector.reasons()[0] == "unreturned 1");
}

TEST_CASE(
    "while a source has not passed the check nothing is proved of today, not even of a "
    "message overdue since Friday",
    "[scenario][day]")
{
    auto collector = day_with_message();
    collector.at("17:00:00").beat();
    CHECK(collector.verdict() == "VIOLATIONS");

    collector.on("2026-11-23").at("12:00:00").source_silent().at("17:00:15").tick();
    CHECK(collector.verdict("2026-11-23") == "UNKNOWN");  // It may have been returned unseen.
    CHECK(collector.day("2026-11-23")->provisional);
    CHECK(collector.day("2026-11-23")->open.size() == 1);
    CHECK(collector.verdict() == "VIOLATIONS");  // Friday's record stands.

    collector.source_speaks().lists().at("17:20:00").beat();
    CHECK(collector.verdict("2026-11-23") == "VIOLATIONS");
    CHECK(collector.told_about("overdue").size() == 1);
}

TEST_CASE("a silent source makes the day UNKNOWN after fifteen seconds, and is named",
          "[scenario][day]")
{
    auto collector = quiet_day();
    collector.source_silent().at("17:00:14.999999").tick();
    CHECK(collector.verdict() == "not checked");
    collector.at("17:00:15").tick();
    CHECK(collector.verdict() == "UNKNOWN");
    CHECK(collector.day()->provisional);
    CHECK(collector.reasons() == Lines{"source_silent pbx1"});
}

TEST_CASE("a source that speaks again revises the provisional check, and it is late",
          "[scenario][day]")
{
    auto collector = quiet_day();
    collector.source_silent().at("17:00:15").tick().at("17:20:00").source_speaks().beat();
    CHECK(collector.verdict() == "CLEAR");
    CHECK(collector.day()->late);
    CHECK_FALSE(collector.day()->provisional);
    CHECK(collector.told_about("northside 2026-11-20").size() == collector.day()->revision);
}

TEST_CASE("settled stays settled: a restart and a source that falls silent change nothing",
          "[scenario][day]")
{
    auto collector = quiet_day();
    collector.at("17:00:00").beat().at("17:05:00").restart().tick();
    collector.source_silent().at("17:30:00").tick();
    CHECK(collector.verdict() == "CLEAR");
    CHECK(collector.day()->revision == 1);
}

TEST_CASE("events lost keep the day from being clear until every mailbox was listed after",
          "[scenario][day]")
{
    auto collector = quiet_day();
    collector.at("16:56:00").loses(2).at("17:00:00").beat();
    CHECK(collector.verdict() == "UNKNOWN");
    CHECK(collector.reasons() == Lines{"gap pbx1"});

    collector.at("17:05:00").list("101").list("102").list("103").beat();
    CHECK(collector.verdict() == "UNKNOWN");  // 199 is missing.
    collector.list("199");
    CHECK(collector.verdict() == "CLEAR");
    CHECK(collector.day()->revision == 2);
}

TEST_CASE("three seconds without the telephone system in the morning do not taint the evening",
          "[scenario][day]")
{
    Collector collector;
    collector.at("10:15:00").says(UpstreamLost{collector.now()}).after(3s);
    collector.says(UpstreamRestored{collector.now() - 3s, collector.now()});
    collector.at("16:55:00").lists().at("17:00:00").beat();
    CHECK(collector.verdict() == "CLEAR");
}

TEST_CASE("while the telephone system cannot be seen, no list heals", "[scenario][day]")
{
    auto collector = quiet_day();
    collector.at("16:57:00").says(UpstreamLost{collector.now()}).lists().at("17:00:00").beat();
    CHECK(collector.reasons() == Lines{"gap pbx1"});
}

TEST_CASE("a message lost in a gap and found in the list is unreturned", "[scenario][day]")
{
    auto collector = quiet_day();
    collector.at("16:56:00").unseen_message("m1", caller, "101").loses(1).lists();
    collector.at("17:00:00").beat();
    CHECK(collector.verdict() == "VIOLATIONS");
    CHECK(collector.the("m1").left.origin == Origin::reconcile);
}

TEST_CASE("a loss after close may hide the message of a caller who spoke at close",
          "[scenario][day]")
{
    auto collector = quiet_day();
    collector.at("16:59:57").reaches_greeting("m1", "101");
    collector.at("17:00:30").telephone("101", true).loses(1).at("17:03:00").beat();
    CHECK(collector.verdict() == "UNKNOWN");
    CHECK(collector.reasons() == Lines{"gap pbx1"});

    collector.lists().beat();
    CHECK(collector.verdict() == "CLEAR");
}

TEST_CASE("whom a gap before close hides may still be speaking, whatever lists say",
          "[scenario][day]")
{
    auto collector = quiet_day();
    collector.loses(1).at("16:59:59.500000").telephone("101", true).at("17:00:20").lists().beat();
    CHECK(collector.reasons() == Lines{"gap pbx1"});
    SECTION("she was: her message is of the day")
    {
        collector.at("17:00:25").message("m1", caller, "101", "16:59:59").beat();
        CHECK(collector.verdict() == "VIOLATIONS");
    }
    SECTION("nobody was: three minutes later it is clear")
    {
        collector.at("17:02:59.999999").beat();
        CHECK(collector.verdict() == "UNKNOWN");
        collector.at("17:03:00").beat();
        CHECK(collector.verdict() == "CLEAR");
    }
}

TEST_CASE("a recording that ends while a caller speaks does not know what she left",
          "[scenario][day]")
{
    auto collector = quiet_day();
    collector.at("16:59:00").reaches_greeting("m1", "101").at("17:01:00").source_ends();
    CHECK(collector.verdict() == "UNKNOWN");
    CHECK(collector.reasons() == Lines{"gap pbx1"});
}

TEST_CASE("a list older than ten minutes at close proves nothing", "[scenario][day]")
{
    Collector collector;
    collector.at("16:49:59.999999").lists().at("17:00:00").beat();
    CHECK(collector.verdict() == "UNKNOWN");
    CHECK(collector.reasons().size() == 4);
    CHECK(collector.reasons()[0] == "mailbox_list_differs pbx1/101@default");

    Collector fresh;
    fresh.at("16:50:00").lists().at("17:00:00").beat();
    CHECK(fresh.verdict() == "CLEAR");
}

TEST_CASE("a mailbox that was never listed is in doubt; an incomplete list is none",
          "[scenario][day]")
{
    Collector collector;
    collector.at("16:55:00").list("101").list("102").list("199");
    collector.says(MailboxSnapshot{box("103"), false, collector.now(), {}});
    collector.at("17:00:00").beat();
    CHECK(collector.verdict() == "UNKNOWN");
    CHECK(collector.reasons() == Lines{"mailbox_not_listed pbx1/103@default"});
}

TEST_CASE("counts that say something else put the list in doubt, until one that fits",
          "[scenario][day]")
{
    auto collector = quiet_day();
    collector.at("16:56:00").counts("101", 1, 0).at("17:00:00").beat();
    CHECK(collector.reasons() == Lines{"mailbox_list_differs pbx1/101@default"});

    collector.at("17:01:00").list("101").beat();
    CHECK(collector.verdict() == "CLEAR");
}

TEST_CASE("counts that differ only after the check do not concern it", "[scenario][day]")
{
    auto collector = quiet_day();
    collector.at("17:00:00.000001").counts("101", 1, 0).beat();
    CHECK(collector.verdict() == "CLEAR");
}

TEST_CASE("a message in a mailbox that nobody watches keeps that day from being clear",
          "[scenario][day]")
{
    auto collector = quiet_day();
    collector.message("m1", caller, "666").at("17:00:00").beat();
    CHECK(collector.reasons() == Lines{"mailbox_not_configured pbx1/666@default"});
    collector.on("2026-11-23").at("16:55:00").lists().at("17:00:00").beat();
    CHECK(collector.verdict("2026-11-23") == "CLEAR");
}

TEST_CASE("an unwatched mailbox keeps a day from being clear that ends at midnight",
          "[scenario][day]")
{
    auto organisation = two_locations();
    organisation.locations[1].weekly[5] = DayHours{8h, 24h};
    Collector collector{{}, organisation};
    collector.at("12:00:00").message("m1", caller, "666").at("23:55:00").lists();
    collector.on("2026-11-21").at("00:00:00").beat();
    CHECK(collector.reasons() == Lines{"mailbox_not_configured pbx1/666@default"});
}

TEST_CASE("a thousand unwatched mailboxes do not hide one more", "[scenario][day]")
{
    Collector collector;
    collector.at("09:00:00");
    for (int i = 0; i < 1'000; ++i) collector.message("m", caller, "6" + std::to_string(i));
    collector.on("2026-11-23").at("16:55:00").lists().message("m", caller, "777");
    collector.at("17:00:00").beat();
    CHECK(collector.reasons("2026-11-23") == Lines{"mailbox_not_configured pbx1/777@default"});
}

TEST_CASE("evidence from before the check revises it until the signing time is over",
          "[scenario][day]")
{
    auto collector = quiet_day();
    collector.at("16:58:00").unseen_message("m1", caller, "101").at("17:00:00").beat();
    CHECK(collector.verdict() == "CLEAR");  // Its source had told nobody.
    SECTION("in time")
    {
        collector.at("17:59:59.999999").lists();
        CHECK(collector.verdict() == "VIOLATIONS");
        CHECK(collector.day()->revision == 2);
    }
    SECTION("too late")
    {
        collector.at("18:00:00").lists();
        CHECK(collector.verdict() == "CLEAR");
        CHECK(collector.the("m1").overdue);
    }
}

TEST_CASE("two sources of one location must both have passed the check", "[scenario][day]")
{
    auto collector = quiet_day(two_sources());
    collector.at("17:00:15").beat("pbx1");
    CHECK(collector.reasons() == Lines{"source_behind calls"});
    CHECK(collector.day()->sources == 2);
    CHECK(collector.day()->sources_fresh == 1);
    collector.beat("calls");
    CHECK(collector.verdict() == "CLEAR");
}

TEST_CASE("two locations in two zones each have their close and their verdict", "[scenario][day]")
{
    Collector collector;
    collector.at("09:00:00").message("m1", from("0217000001"), "101");
    collector.at("15:55:00").lists().at("16:00:00").beat();
    CHECK(collector.verdict("2026-11-20", "eastside") == "CLEAR");
    CHECK(collector.verdict() == "not checked");
    collector.at("16:55:00").lists().at("17:00:00").beat();
    CHECK(collector.verdict() == "VIOLATIONS");
    CHECK(collector.verdict("2026-11-20", "eastside") == "CLEAR");
}

TEST_CASE(
    "a member who works elsewhere may have called back: her telephone system must have "
    "passed the check too",
    "[scenario][day]")
{
    auto organisation = two_locations();
    organisation.sources = {{.id = {"east"}, .kind = "asterisk", .locations = {{"eastside"}}},
                            {.id = {"pbx1"}, .kind = "asterisk", .locations = {{"northside"}}}};
    Collector collector{{}, organisation};
    collector.by_source("east").at("09:00:00").message("m1", caller, "299").listed("m1");
    collector.at("15:55:00").lists().at("16:00:00").beat("east");
    CHECK_FALSE(collector.the("m1").overdue);
    CHECK(collector.verdict("2026-11-20", "eastside") == "not checked");

    collector.beat("pbx1");
    CHECK(collector.the("m1").overdue);
    CHECK(collector.verdict("2026-11-20", "eastside") == "VIOLATIONS");
}

TEST_CASE("what comes after close is of the next day", "[scenario][day]")
{
    auto collector = quiet_day();
    collector.at("17:00:00").message("m1", caller, "101").beat();
    CHECK(collector.verdict() == "CLEAR");
    CHECK(collector.day()->due == 0);
    collector.on("2026-11-23").at("17:00:00").beat();
    CHECK(collector.day("2026-11-23")->due == 1);
    CHECK(collector.verdict("2026-11-23") == "VIOLATIONS");
}

TEST_CASE("what comes between close and a later check is of the next day", "[scenario][day]")
{
    auto collector = quiet_day(two_locations(), Policy{.eod_grace = 30min});
    collector.at("17:10:00").message("m1", caller, "101").at("17:25:00").lists();
    collector.at("17:29:59.999999").beat();
    CHECK(collector.verdict() == "not checked");
    collector.at("17:30:00").beat();
    CHECK(collector.verdict() == "CLEAR");
}

TEST_CASE("what is due at midnight is not of the check before, however late that is",
          "[scenario][day]")
{
    auto collector = quiet_day(
        two_locations(),
        Policy{.after_hours_due = Policy::AfterHoursDue::same_calendar_day, .eod_grace = 30min});
    collector.at("17:10:00").message("m1", caller, "101").at("17:25:00").lists();
    collector.at("17:30:00").beat();
    CHECK(collector.verdict() == "CLEAR");
    CHECK(collector.day()->due == 0);
}

TEST_CASE("nothing is judged of a day that closed before monitoring began", "[scenario][day]")
{
    auto organisation = two_locations();
    organisation.locations[1].monitoring_start = Collector{}.on("2026-11-23").time("12:00:00");
    Collector collector{{}, organisation};
    collector.at("09:00:00").message("m1", caller, "101").at("17:00:15").beat();
    CHECK(collector.verdict() == "not checked");

    // What was due before nobody watched: not proved, and not clear.
    collector.on("2026-11-23").at("16:55:00").lists().at("17:00:00").beat();
    CHECK(collector.verdict("2026-11-23") == "UNKNOWN");
    CHECK(collector.reasons("2026-11-23")[0] == "before_monitoring 1");
    CHECK_FALSE(collector.the("m1").overdue);
}

TEST_CASE("a source that ended before the check has not passed it, one that ended at it has",
          "[scenario][day]")
{
    auto early = quiet_day();
    early.at("16:59:59.999999").source_ends().at("17:00:15").tick();
    CHECK(early.reasons() == Lines{"source_ended pbx1"});
    auto whole = quiet_day();
    whole.at("17:00:00").source_ends();
    CHECK(whole.verdict() == "CLEAR");
}

TEST_CASE("a source whose clock ran ahead for a moment has not passed tomorrow's check",
          "[scenario][day]")
{
    auto collector = quiet_day();
    collector.claims("pbx1", collector.now() + 72h + 1h).at("16:56:00").beat();
    collector.on("2026-11-23").at("16:55:00").lists().source_silent().at("17:00:15").tick();
    CHECK(collector.verdict("2026-11-23") == "UNKNOWN");
}
