// A caller with an unreturned message rings back and is served (requirements 1.1). Is that told to
// whoever would call, and does the duty stay open until a person says that no call is wanted?

#include <catch2/catch.hpp>

#include "tests/support/collector.hpp"

using namespace callwatch;
using namespace callwatch::test;
using namespace std::chrono_literals;

namespace {

const CallerServed* served(const Collector& collector, const std::string& name)
{
    return collector.board().callers().served(collector.the(name).left.message);
}

}  // namespace

TEST_CASE("who rings back and is answered is suggested, and stays open", "[scenario][returns]")
{
    Collector collector;
    collector.at("08:00:00").has_key("anna", Role::staff);
    collector.at("09:00:00").message("m1", from("0217000031"), "101");
    collector.at("10:00:00").joins_from("q1", from("0217000031"));
    CHECK(served(collector, "m1") == nullptr);
    collector.at("10:00:20").answers("q1", "102");
    REQUIRE(served(collector, "m1") != nullptr);
    CHECK(served(collector, "m1")->person == PersonId{"ben"});
    CHECK(collector.state("m1") == "NEW");
    CHECK(served(collector.restart(), "m1") != nullptr);

    CHECK(collector.resolves("anna", "m1", ResolveReason::caller_reached) == "done");
    CHECK(collector.state("m1") == "RESOLVED");
    CHECK(served(collector, "m1") == nullptr);
}

TEST_CASE("who hangs up again was not served, nor was another caller", "[scenario][returns]")
{
    Collector collector;
    collector.at("09:00:00").message("m1", from("0217000031"), "101");
    collector.message("m2", withheld(), "101");
    collector.at("10:00:00").joins_from("q1", from("0217000031"));
    collector.at("10:00:10").leaves("q1", DequeueCause::abandoned);
    collector.at("10:00:20").answers("q1", "102");
    collector.at("10:01:00").joins_from("q2", from("0217000032")).answers("q2", "102");
    collector.at("10:02:00").joins_from("q3", withheld()).answers("q3", "102");
    CHECK(served(collector, "m1") == nullptr);
    CHECK(served(collector, "m2") == nullptr);
}

TEST_CASE("a call back closes the message and with it the suggestion", "[scenario][returns]")
{
    Collector collector;
    collector.at("09:00:00").message("m1", from("0217000031"), "101");
    collector.at("10:00:00").joins_from("q1", from("0217000031")).answers("q1", "102");
    collector.at("11:00:00").calls_back("101", "0217000031", 30s);
    CHECK(collector.state("m1") == "RETURNED");
    CHECK(served(collector, "m1") == nullptr);
}

TEST_CASE("a message that is forwarded is a duty of who has it now, from when the caller rang",
          "[scenario][returns]")
{
    Collector collector;
    collector.at("09:00:00").message("m1", from("0217000031"), "101");
    // Anna forwards it: ben's mailbox has it under an id of its own, left at nine.
    collector.at("11:00:00")
        .says(VoicemailLeft{.msg_id = {"forwarded"},
                            .mailbox = box("102"),
                            .queue = {},
                            .caller = from("0217000031"),
                            .duration = 20s,
                            .call = {},
                            .received_at = collector.time("09:00:00"),
                            .folder = "INBOX"});
    const auto* forwarded = collector.board().messages().find(box("102"), {"forwarded"});
    REQUIRE(forwarded != nullptr);
    CHECK(forwarded->left.person == PersonId{"ben"});
    CHECK(forwarded->left.received_at == collector.time("09:00:00"));
    CHECK(describe(forwarded->due_date()) == "2026-11-20");
    collector.at("12:00:00").calls_back("102", "0217000031", 30s);
    CHECK(collector.state("m1") == "RETURNED");
    CHECK(collector.board().messages().find(box("102"), {"forwarded"})->state() ==
          DutyState::returned);
}
