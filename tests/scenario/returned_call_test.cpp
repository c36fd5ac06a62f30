// Requirements 1.1: what counts as a return, by whom, and of which messages. The row of the table
// is named by each case.

#include <catch2/catch.hpp>

#include "tests/support/collector.hpp"

using namespace callwatch;
using namespace callwatch::test;
using namespace std::chrono_literals;

namespace {

const auto caller = from("0217000001");

/// One message of the caller in `mailbox`, left at nine and listed.
Collector with_message_in(const std::string& mailbox, Policy policy = {},
                          Organisation organisation = two_locations())
{
    Collector collector{policy, std::move(organisation)};
    collector.at("09:00:00").message("m1", caller, mailbox).after(20s).listed("m1");
    return collector.at("10:00:00");
}

bool is_by_delegate(const Collector& collector, const std::string& name)
{
    return collector.the(name).returned->by_delegate;
}

}  // namespace

TEST_CASE("the owner's answered call returns her message", "[scenario][match]")
{
    auto collector = with_message_in("101");
    collector.calls_back("101", "0217000001", 60s);
    CHECK(collector.state("m1") == "RETURNED");
    CHECK(collector.the("m1").returned->person == PersonId{"anna"});
    CHECK(collector.the("m1").returned->call == CallId{"pbx1/c1"});
    CHECK_FALSE(is_by_delegate(collector, "m1"));
}

TEST_CASE("a colleague of the same location returns it as a delegate, both names kept",
          "[scenario][match]")
{
    auto collector = with_message_in("101");
    collector.calls_back("102", "0217000001", 60s);
    CHECK(collector.state("m1") == "RETURNED");
    CHECK(collector.the("m1").left.person == PersonId{"anna"});
    CHECK(collector.the("m1").returned->person == PersonId{"ben"});
    CHECK(is_by_delegate(collector, "m1"));
}

TEST_CASE("any member returns a shared box's message as her own, from another location too",
          "[scenario][match]")
{
    auto desk = with_message_in("199");
    desk.calls_back("102", "0217000001", 60s);
    CHECK_FALSE(is_by_delegate(desk, "m1"));

    auto counter = with_message_in("299");  // carla of northside is a member at eastside.
    counter.calls_back("103", "0217000001", 60s);
    CHECK_FALSE(is_by_delegate(counter, "m1"));
}

TEST_CASE("a call from another location returns nothing, unless the policy lets it",
          "[scenario][match]")
{
    auto collector = with_message_in("101");
    collector.calls_back("201", "0217000001", 60s);
    CHECK(collector.state("m1") == "NEW");

    auto lenient = with_message_in("101", Policy{.cross_location_match = true});
    lenient.calls_back("201", "0217000001", 60s);
    CHECK(lenient.state("m1") == "RETURNED");
    CHECK(is_by_delegate(lenient, "m1"));
}

TEST_CASE("a telephone of nobody returns nothing", "[scenario][match]")
{
    auto collector = with_message_in("101");
    collector.calls_back("999", "0217000001", 60s);
    CHECK(collector.state("m1") == "NEW");
}

TEST_CASE("a call to another number returns nothing", "[scenario][match]")
{
    auto collector = with_message_in("101");
    collector.calls_back("101", "0217000002", 60s);
    CHECK(collector.state("m1") == "NEW");
}

TEST_CASE("a withheld number is never matched, neither to a number nor to another withheld one",
          "[scenario][match]")
{
    Collector collector;
    collector.at("09:00:00").message("m1", withheld(), "101").listed("m1");
    collector.at("10:00:00").calls_back("101", "0217000001", 60s);
    collector.calls("c", "101", withheld()).after(60s).hangs_up("c");
    CHECK(collector.state("m1") == "NEW");
}

TEST_CASE("an internal caller is matched by extension, and by nothing else", "[scenario][match]")
{
    Collector collector;
    collector.at("09:00:00").message("m1", extension("103"), "101").listed("m1");
    collector.message("m2", extension("102"), "101").listed("m2");
    collector.message("m3", from("103"), "101").listed("m3");  // A number that looks like one.
    collector.at("10:00:00").calls("c", "101", extension("103")).after(60s).hangs_up("c");
    CHECK(collector.state("m1") == "RETURNED");
    CHECK(collector.state("m2") == "NEW");
    CHECK(collector.state("m3") == "NEW");
}

TEST_CASE("where the policy says so, an internal message is information and no duty",
          "[scenario][match]")
{
    Collector collector{Policy{.internal_messages_are_duties = false}};
    collector.at("09:00:00").message("m1", extension("103"), "101").after(20s).listed("m1");
    collector.at("16:58:00").lists().at("17:00:00").beat();
    CHECK(collector.state("m1") == "INFORMATION");
    CHECK_FALSE(collector.the("m1").overdue);
    CHECK(collector.verdict() == "CLEAR");
    CHECK(collector.day()->due == 0);
}

TEST_CASE("one call returns every message of that caller received before it began",
          "[scenario][match]")
{
    auto collector = with_message_in("101");
    collector.message("m2", caller, "101").at("10:30:00").message("m3", caller, "102");
    collector.at("11:00:00").answered("c", "101", "0217000001");
    collector.after(1s).message("m4", caller, "101").at("11:05:00").hangs_up("c");
    CHECK(collector.state("m1") == "RETURNED");
    CHECK(collector.state("m2") == "RETURNED");
    CHECK(collector.state("m3") == "RETURNED");
    CHECK(collector.state("m4") == "NEW");
}

TEST_CASE("a call that began before the caller's call did returns nothing", "[scenario][match]")
{
    Collector collector;
    collector.at("09:00:00").message("m1", caller, "101");
    collector.at("09:00:00").calls_back("101", "0217000001", 60s);
    CHECK(collector.state("m1") == "NEW");
    collector.at("09:10:00").message("m2", caller, "101", "09:05:00");
    collector.calls_back("101", "0217000001", 60s);
    CHECK(collector.state("m2") == "RETURNED");
}

TEST_CASE("copies with one msg_id close together, wherever they lie", "[scenario][match]")
{
    Collector collector;
    collector.at("09:00:00").message("m1", caller, "101").listed("m1");
    collector.copy("m1", "201").at("10:00:00").calls_back("101", "0217000001", 60s);
    CHECK(collector.state("m1", "101") == "RETURNED");
    CHECK(collector.state("m1", "201") == "RETURNED");  // Of another location.
}

TEST_CASE("another message of the caller at another location stays open", "[scenario][match]")
{
    Collector collector;
    collector.at("09:00:00").message("m1", caller, "101").listed("m1");
    collector.message("m2", caller, "201").listed("m2");
    collector.at("10:00:00").calls_back("101", "0217000001", 60s);
    CHECK(collector.state("m2") == "NEW");
}

TEST_CASE("a talk shorter than min_talk_s returns nothing, five seconds do", "[scenario][match]")
{
    auto collector = with_message_in("101");
    collector.calls_back("101", "0217000001", 4999999us);
    CHECK(collector.state("m1") == "NEW");
    collector.calls_back("101", "0217000001", 5s);
    CHECK(collector.state("m1") == "RETURNED");
}

TEST_CASE("a ring-out of fifteen seconds is an attempt, a shorter one is nothing",
          "[scenario][match]")
{
    auto collector = with_message_in("101");
    collector.rings_out("101", "0217000001", 14999ms);
    CHECK(collector.state("m1") == "NEW");
    collector.rings_out("102", "0217000001", 15s);
    CHECK(collector.state("m1") == "ATTEMPTED");
    CHECK(collector.told_about("attempted by ben").size() == 1);
    collector.calls_back("101", "0217000001", 60s);
    CHECK(collector.state("m1") == "RETURNED");
}

TEST_CASE("a busy line is no attempt", "[scenario][match]")
{
    auto collector = with_message_in("101");
    collector.says(OutboundFailed{.call = {"pbx1/b"},
                                  .agent = phone("101"),
                                  .dialled = caller,
                                  .started_at = collector.now(),
                                  .ring = 20s,
                                  .result = DialResult::busy});
    CHECK(collector.state("m1") == "NEW");
}

TEST_CASE("a message that becomes known after the call that returns it is returned at once",
          "[scenario][match]")
{
    Collector collector{{}, two_sources()};
    collector.at("09:00:00").unseen_message("m1", caller, "101");
    collector.at("10:00:00").by_source("calls").calls_back("101", "0217000001", 60s);
    collector.at("10:30:00").by_source("pbx1").lists();
    CHECK(collector.state("m1") == "RETURNED");
}

TEST_CASE("returned and still new in the mailbox is said, and not re-opened", "[scenario][match]")
{
    auto collector = with_message_in("101");
    collector.calls_back("101", "0217000001", 60s).at("16:55:00").lists();
    CHECK(collector.the("m1").is_still_new());
    collector.at("17:00:00").beat();
    CHECK(collector.verdict() == "CLEAR");
    CHECK(collector.day()->still_new == 1);

    collector.at("17:05:00").heard("m1", "101");
    CHECK_FALSE(collector.the("m1").is_still_new());
    CHECK(collector.state("m1") == "RETURNED");
}

TEST_CASE("heard, moved or deleted is not returned", "[scenario][match]")
{
    auto collector = with_message_in("101");
    collector.heard("m1", "101");
    CHECK(collector.state("m1") == "HEARD");
    collector.moved("m1", "Work").deleted("m1", "101").at("16:55:00").lists().at("17:00:00").beat();
    CHECK(collector.the("m1").gone);
    CHECK(collector.the("m1").overdue);
    CHECK(collector.verdict() == "VIOLATIONS");
}

TEST_CASE("a mailbox without an owner any more keeps its duties; colleagues return them",
          "[scenario][match]")
{
    auto organisation = two_locations();
    organisation.people[0].mailboxes[0].until =
        Instant{std::chrono::sys_days{std::chrono::year{2026} / 11 / 1}};  // anna has left.
    auto collector = with_message_in("101", {}, organisation);
    CHECK(collector.the("m1").left.person.empty());
    CHECK(collector.the("m1").left.due_date == parse_local_date("2026-11-20"));
    collector.calls_back("102", "0217000001", 60s);
    CHECK(collector.state("m1") == "RETURNED");
    CHECK(is_by_delegate(collector, "m1"));
}
