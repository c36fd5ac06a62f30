// Telephone Customer Service Standards, item 5: management trains and monitors telephone operators.
// Are rings, missed rings and pauses counted by who was rung, each once?

#include <catch2/catch.hpp>

#include "tests/support/collector.hpp"

using namespace callwatch;
using namespace callwatch::test;
using namespace std::chrono_literals;

namespace {

RingCounts counts(const Collector& collector, const std::string& device,
                  const std::string& date = "2026-11-20")
{
    const auto* found = collector.board().rings().find(parse_local_date(date).value(),
                                                       phone(device), queue("main"));
    return found == nullptr ? RingCounts{} : *found;
}

}  // namespace

TEST_CASE("a ring is answered or missed, and the longest is kept", "[scenario][operators]")
{
    Collector collector;
    collector.at("09:00:00").logs_on("101").joins("q1");
    collector.at("09:00:12").misses("q1", "101", 12s);
    collector.at("09:00:20").answers("q1", "101", 4s);
    collector.at("09:01:00").misses("q2", "101", 3s, true);  // Another one was quicker.
    CHECK(counts(collector, "101").offered() == 2);
    CHECK(counts(collector, "101").answered == 1);
    CHECK(counts(collector, "101").missed == 1);
    CHECK(counts(collector, "101").longest == Millis{12'000});
    CHECK(counts(collector, "102").offered() == 0);
}

TEST_CASE("rings that a new spool tells again count once", "[scenario][operators]")
{
    Collector collector;
    collector.at("09:00:12").misses("q1", "101", 12s).at("09:00:20").answers("q1", "101", 4s);
    collector.at("09:30:00").new_spool();
    collector.says_of("09:00:12", CallOfferFailed{{"pbx1/q1"}, queue("main"), phone("101"), 12s});
    collector.says_of("09:00:20", CallEstablished{{"pbx1/q1"}, queue("main"), phone("101"), 4s});
    CHECK(counts(collector, "101").offered() == 2);
}

TEST_CASE("pauses that are over are added up for the day they began", "[scenario][operators]")
{
    Collector collector;
    collector.at("09:00:00").logs_on("101").at("09:10:00").pauses("101");
    CHECK(counts(collector, "101").paused == Millis{0});  // It lasts.
    collector.at("09:25:00").resumes("101");
    CHECK(counts(collector, "101").paused == Millis{15min});
    collector.at("12:00:00").pauses("101").at("12:30:00").logs_off("101");
    CHECK(counts(collector, "101").paused == Millis{45min});
    CHECK(counts(collector.restart(), "101").paused == Millis{45min});
}

TEST_CASE("a training is recorded after it, by who is responsible", "[scenario][operators]")
{
    Collector collector;
    collector.at("08:00:00").has_key("sue", Role::supervisor).has_key("mia", Role::manager);
    collector.has_key("anna", Role::staff);
    CHECK(collector.records_training("anna", "anna", "2026-11-02") == "not_allowed");
    CHECK(collector.records_training("sue", "anna", "2026-11-21") == "implausible");
    CHECK(collector.records_training("sue", "nobody", "2026-11-02") == "unknown_subject");
    CHECK(collector.board().attestations().training({"anna"}) == nullptr);
    CHECK(collector.records_training("sue", "anna", "2026-11-02") == "done");
    CHECK(collector.records_training("mia", "anna", "2026-11-20") == "done");
    CHECK(describe(collector.board().attestations().training({"anna"})->on) == "2026-11-20");
}
