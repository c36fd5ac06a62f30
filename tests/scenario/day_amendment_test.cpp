// Requirements 1.1 and invariant I5: evidence that comes after a day was signed. Is the signed
// record left as it is, and is everybody told?

#include <catch2/catch.hpp>

#include "tests/support/collector.hpp"

using namespace callwatch;
using namespace callwatch::test;
using namespace std::chrono_literals;
using Lines = std::vector<std::string>;

namespace {

/// m1 was open at the check; sue has signed.
Collector signed_day()
{
    Collector collector;
    collector.at("08:30:00").has_key("sue", Role::supervisor);
    collector.at("09:00:00").message("m1", from("0217000001"), "101").after(20s).listed("m1");
    collector.at("09:30:00").message("m2", from("0217000002"), "101").after(20s).listed("m2");
    collector.at("10:00:00").calls_back("101", "0217000002", 60s);
    collector.at("16:59:59").lists().at("17:00:00").beat().at("17:05:00");
    REQUIRE(collector.signs("sue", {"m1"}) == "done");
    return collector;
}

std::size_t amendments(const Collector& collector)
{
    const auto* all =
        collector.board().days().find({"northside"})->amendments_of(collector.day()->date);
    return all == nullptr ? 0 : all->size();
}

}  // namespace

TEST_CASE("a message that comes to light after the signature amends the day, and the record stays",
          "[scenario][signing]")
{
    auto collector = signed_day();
    const auto record = *collector.day();
    collector.at("17:30:00").unseen_message("late", from("0217000009"), "102");
    SECTION("received after the check: nothing to amend")
    {
        collector.lists().beat();
        CHECK(amendments(collector) == 0);
    }
    SECTION("received before it")
    {
        collector.says_of("16:00:00", VoicemailLeft{.msg_id = {"lost"},
                                                    .mailbox = box("102"),
                                                    .queue = {},
                                                    .caller = from("0217000008"),
                                                    .duration = 20s,
                                                    .call = {},
                                                    .received_at = collector.time("16:00:00"),
                                                    .folder = "INBOX"});
        CHECK(collector.told_about("amendment") ==
              Lines{"22:00:00.000 northside 2026-11-20 amendment 1: message_came_to_light "
                    "pbx1/102@default#msg:lost"});
    }
    CHECK(*collector.day() == record);
}

TEST_CASE("two messages that one list brings to light are two amendments", "[scenario][signing]")
{
    auto collector = signed_day();
    collector.at("17:30:00");
    MailboxSnapshot list{
        .mailbox = box("102"), .complete = true, .as_of = collector.now(), .items = {}};
    for (const auto* name : {"one", "two"})
        list.items.push_back({.msg_id = {name},
                              .folder = "INBOX",
                              .caller = from("0217000008"),
                              .received_at = collector.time("16:00:00"),
                              .duration = 20s,
                              .call = {}});
    collector.says(list);
    CHECK(collector.told_about("amendment") ==
          Lines{"22:00:00.000 northside 2026-11-20 amendment 1: message_came_to_light "
                "pbx1/102@default#msg:one",
                "22:00:00.000 northside 2026-11-20 amendment 2: message_came_to_light "
                "pbx1/102@default#msg:two"});
}

TEST_CASE("a return before the check that is heard of later amends the day", "[scenario][signing]")
{
    auto collector = signed_day();
    collector.at("17:30:00");
    collector.says_of("16:50:00", OutboundEstablished{.call = {"pbx1/late"},
                                                      .agent = phone("101"),
                                                      .dialled = from("0217000001"),
                                                      .started_at = collector.time("16:49:50"),
                                                      .ring = 10s});
    collector.says_of("16:55:00", OutboundCleared{{"pbx1/late"}, phone("101"), 300s});
    CHECK(collector.state("m1") == "RETURNED");
    CHECK(collector.told_about("amendment") ==
          Lines{"22:50:00.000 northside 2026-11-20 amendment 1: returned_before_check "
                "pbx1/101@default#m1"});
    CHECK(collector.verdict() == "VIOLATIONS");
}

TEST_CASE("opening a message again that the signed day counts as closed amends it, once",
          "[scenario][signing]")
{
    auto collector = signed_day();
    collector.at("17:30:00");
    CHECK(collector.reopens("sue", "m2") == "done");
    CHECK(collector.resolves("sue", "m2", ResolveReason::spam) == "done");
    CHECK(collector.reopens("sue", "m2") == "done");
    CHECK(amendments(collector) == 1);
    CHECK(collector.restart().told_about("amendment").size() == 1);
}

TEST_CASE("before it is closed, a day is revised and not amended", "[scenario][signing]")
{
    Collector collector;
    collector.at("08:30:00").has_key("sue", Role::supervisor);
    collector.at("09:30:00").message("m2", from("0217000002"), "101").after(20s).listed("m2");
    collector.at("10:00:00").calls_back("101", "0217000002", 60s);
    collector.at("16:59:59").lists().at("17:00:00").beat().at("17:30:00");
    REQUIRE(collector.reopens("sue", "m2") == "done");
    CHECK(amendments(collector) == 0);
}
