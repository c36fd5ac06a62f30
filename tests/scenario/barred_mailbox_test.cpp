// Is it said when callers cannot leave messages, and does a mailbox that the telephone system has
// switched off count as off? And is who asked to be called at a certain time called then?

#include <catch2/catch.hpp>

#include "tests/support/collector.hpp"

using namespace callwatch;
using namespace callwatch::test;
using Lines = std::vector<std::string>;

namespace {

Collector& state(Collector& collector, const std::string& mailbox, bool is_there, bool accepts)
{
    return collector.says(MailboxStateObserved{box(mailbox), is_there, accepts},
                          "mailbox_state_observed");
}

}  // namespace

TEST_CASE("a full mailbox is said once, and that it takes messages again", "[scenario][greeting]")
{
    Collector collector;
    state(collector.at("09:00:00"), "101", true, false);
    state(collector.at("09:05:00"), "101", true, false);
    CHECK(collector.board().greetings().barred(box("101")) != nullptr);
    state(collector.at("10:00:00"), "101", true, true).restart();
    CHECK(collector.board().greetings().barred(box("101")) == nullptr);
    CHECK(collector.told_about("pbx1/101@default") ==
          Lines{"15:00:00.000 pbx1/101@default MAILBOX_BARRED, callers cannot leave messages",
                "16:00:00.000 pbx1/101@default takes messages again"});
}

TEST_CASE("a mailbox that was switched off is evidence, as one that is gone",
          "[scenario][departure]")
{
    Collector collector;
    collector.at("08:00:00").has_key("mia", Role::manager).has_key("sue", Role::supervisor);
    REQUIRE(collector.leaves_location("mia", "carla", "08:00:00") == "done");
    state(collector.at("09:00:00"), "103", false, false);
    CHECK(collector.board().greetings().barred(box("103")) == nullptr);
    REQUIRE(collector.requests_disconnection("sue", "103") == "done");
    REQUIRE(collector.confirms_disconnection("mia", "103") == "done");
    CHECK(collector.departure("103") == "CONFIRMED");
}

TEST_CASE("a caller's time of the same day is noted, and the deadline stays", "[scenario][returns]")
{
    Collector collector;
    collector.at("08:00:00").has_key("anna", Role::staff).has_key("dora", Role::staff);
    collector.at("09:00:00").message("m1", from("0217000031"), "101");
    CHECK(collector.notes_call_time("dora", "m1", "15:00:00") == "not_allowed");
    CHECK(collector.notes_call_time("anna", "m1", "08:30:00") == "implausible");
    CHECK(collector.notes_call_time("anna", "m1", "17:00:00") == "implausible");
    CHECK(collector.notes_call_time("anna", "m1", "15:00:00") == "done");
    const auto& id = collector.the("m1").left.message;
    REQUIRE(collector.board().promises().call_time(id) != nullptr);
    CHECK(collector.board().promises().call_time(id)->call_at == collector.time("15:00:00"));
    CHECK(describe(collector.the("m1").due_date()) == "2026-11-20");
    CHECK(collector.resolves("anna", "m1", ResolveReason::personal) == "done");
    CHECK(collector.board().promises().call_time(id) == nullptr);
    CHECK(collector.notes_call_time("anna", "m1", "15:00:00") == "already_closed");
}
