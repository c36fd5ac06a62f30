// Alarms that people acknowledge and shelve: who may, which there are, until when, and for how long
// it is remembered. Northside's clock; sue supervises both locations unless a test says otherwise.

#include <catch2/catch.hpp>

#include "daemon/model/describe.hpp"
#include "daemon/policy/alarm_act.hpp"
#include "daemon/state/ledger_text.hpp"
#include "tests/support/collector.hpp"

using namespace callwatch;
using namespace callwatch::test;
using namespace std::chrono_literals;

namespace {

Collector with_keys(Organisation organisation = two_locations())
{
    Collector collector{{}, std::move(organisation)};
    return collector.at("08:00:00").has_key("sue", Role::supervisor).has_key("mia", Role::manager);
}

/// "acknowledged sue, shelved mia until 2026-11-20T16:00:00.000000Z"; "nothing".
std::string state(const Collector& collector, const std::string& alarm)
{
    const auto* found = collector.board().alarm_acts().find(alarm);
    if (found == nullptr) return "nothing";
    std::string text;
    if (found->acknowledged) text += "acknowledged " + found->acknowledged->by.text;
    if (found->shelved)
        text += (text.empty() ? "" : ", ") + ("shelved " + found->shelved->by.text) + " until " +
                describe(found->shelved->until);
    return text;
}

/// Why, in the words for people; empty: it may.
std::string sentence(const Collector& collector, const ActOnAlarm& what)
{
    Facts facts;
    const Actor mia{.key = {}, .person = {"mia"}, .role = Role::manager};
    const auto refusal = take(collector.engine().known(collector.now()), mia, what, facts);
    return refusal ? refusal->detail : "";
}

}  // namespace

TEST_CASE("an alarm is acknowledged and shelved by its name, and the last word counts",
          "[scenario][alarms]")
{
    auto collector = with_keys();
    collector.at("09:00:00");
    CHECK(collector.acknowledges("sue", "queue/pbx1/main") == "done");
    CHECK(state(collector, "queue/pbx1/main") == "acknowledged sue");
    CHECK(collector.shelves("mia", "queue/pbx1/main", "10:00:00") == "done");
    CHECK(collector.acknowledges("mia", "queue/pbx1/main") == "done");
    CHECK(state(collector, "queue/pbx1/main") ==
          "acknowledged mia, shelved mia until 2026-11-20T16:00:00.000000Z");
    CHECK(collector.told_about("alarm") ==
          std::vector<std::string>{"15:00:00.000 alarm queue/pbx1/main acknowledged by sue",
                                   "15:00:00.000 alarm queue/pbx1/main shelved until "
                                   "2026-11-20T16:00:00.000000Z by mia",
                                   "15:00:00.000 alarm queue/pbx1/main acknowledged by mia"});
    for (const auto* kind : {"operators", "overdue", "departed", "route"}) {
        CHECK(collector.acknowledges("sue", std::string{kind} + "/northside") == "done");
        CHECK(state(collector, std::string{kind} + "/northside") == "acknowledged sue");
    }
}

TEST_CASE("unshelved, an alarm is as if it had never been shelved", "[scenario][alarms]")
{
    auto collector = with_keys();
    REQUIRE(collector.shelves("sue", "route/northside", "12:00:00") == "done");
    REQUIRE(collector.unshelves("mia", "route/northside") == "done");
    CHECK(state(collector, "route/northside") == "nothing");
    // Where it is not shelved, or no longer, nothing is put on record but that it was asked.
    const auto facts = collector.facts().size();
    CHECK(collector.unshelves("mia", "route/northside") == "done");
    CHECK(collector.facts().size() == facts + 1);
}

TEST_CASE("an alarm that there cannot be is refused", "[scenario][alarms]")
{
    auto collector = with_keys();
    for (const auto* alarm : {"queue/pbx1/nowhere", "queue/", "queue", "operators/nowhere",
                              "operators", "main/northside", "northside", "/northside", ""})
        CHECK(collector.acknowledges("mia", alarm) == "unknown_subject");
    CHECK(collector.board().alarm_acts().all().empty());
    CHECK(
        sentence(collector, {"main/northside", AlarmAct::acknowledge, {}}) ==
        "no alarm has the name \"main/northside\": they are queue/QUEUE, and operators/, overdue/, "
        "departed/, route/, each with a LOCATION");
    CHECK(sentence(collector, {"queue/pbx1/x", AlarmAct::acknowledge, {}}) ==
          "there is no queue \"pbx1/x\"");
}

TEST_CASE("an alarm is shelved until a time after now, and at most seven days ahead",
          "[scenario][alarms]")
{
    auto collector = with_keys();
    collector.at("09:00:00");
    const auto shelves = [&](Instant until) {
        return collector.asks("sue", ActOnAlarm{"overdue/northside", AlarmAct::shelve, until});
    };
    const auto now = collector.now();
    CHECK(shelves({}) == "incomplete");
    CHECK(shelves(now) == "implausible");
    CHECK(shelves(now - 1us) == "implausible");
    CHECK(shelves(now + std::chrono::days{7} + 1us) == "implausible");
    CHECK(state(collector, "overdue/northside") == "nothing");
    CHECK(shelves(now + 1us) == "done");
    CHECK(shelves(now + std::chrono::days{7}) == "done");
    CHECK(
        sentence(collector, {"overdue/northside", AlarmAct::shelve, now + std::chrono::days{8}}) ==
        "2026-11-28T15:00:00.000000Z is too far ahead: an alarm is shelved for at most 7 days, "
        "until 2026-11-27T15:00:00.000000Z");
}

TEST_CASE("supervisors handle alarms of their locations, managers all, nobody else any",
          "[scenario][alarms][rights]")
{
    auto organisation = two_locations();
    organisation.locations[0].supervisors = {{"dora"}};  // Eastside's.
    auto collector = with_keys(organisation);
    collector.has_key("anna", Role::staff).has_key("ben", Role::telephone_operator);
    collector.has_key("carla", Role::auditor).has_key("wall", Role::viewer);
    for (const auto* alarm : {"queue/pbx1/main", "overdue/northside"}) {
        CHECK(collector.acknowledges("sue", alarm) == "done");
        CHECK(collector.shelves("mia", alarm, "12:00:00") == "done");
    }
    for (const auto* alarm : {"queue/pbx1/east", "overdue/eastside"}) {
        CHECK(collector.acknowledges("sue", alarm) == "not_allowed");
        CHECK(collector.shelves("sue", alarm, "12:00:00") == "not_allowed");
        CHECK(collector.unshelves("sue", alarm) == "not_allowed");
        CHECK(collector.acknowledges("mia", alarm) == "done");
    }
    for (const auto* who : {"anna", "ben", "carla", "wall"})
        CHECK(collector.acknowledges(who, "queue/pbx1/main") == "not_allowed");
    CHECK(collector.acknowledges("stranger", "queue/pbx1/main") == "unknown_key");
}

TEST_CASE("the same command again does nothing twice", "[scenario][alarms]")
{
    auto collector = with_keys();
    REQUIRE(collector.at("09:00:00").acknowledges("sue", "queue/pbx1/main") == "done");
    const auto facts = collector.facts().size();
    CHECK(collector.at("09:10:00").repeats_command() == "done");
    CHECK(collector.facts().size() == facts);
    CHECK(collector.board().alarm_acts().find("queue/pbx1/main")->acknowledged->at ==
          collector.time("09:00:00"));
}

TEST_CASE("what was acknowledged and shelved is so after a restart", "[scenario][alarms]")
{
    auto collector = with_keys();
    REQUIRE(collector.acknowledges("sue", "queue/pbx1/main") == "done");
    REQUIRE(collector.shelves("sue", "queue/pbx1/east", "12:00:00") == "done");
    collector.restart();
    CHECK(state(collector, "queue/pbx1/main") == "acknowledged sue");
    CHECK(state(collector, "queue/pbx1/east") == "shelved sue until 2026-11-20T18:00:00.000000Z");
}

TEST_CASE("acts are forgotten after seven days, each by itself", "[scenario][alarms]")
{
    auto collector = with_keys();
    collector.at("09:00:00").acknowledges("sue", "queue/pbx1/main");
    collector.acknowledges("sue", "overdue/northside");
    collector.on("2026-11-21").at("09:00:00").shelves("sue", "queue/pbx1/main", "12:00:00");
    collector.on("2026-11-27").at("08:59:59.999999").acknowledges("sue", "route/northside");
    CHECK(state(collector, "overdue/northside") == "acknowledged sue");
    collector.at("09:00:00").acknowledges("sue", "route/northside");
    CHECK(state(collector, "overdue/northside") == "nothing");
    CHECK(state(collector, "queue/pbx1/main") == "shelved sue until 2026-11-21T18:00:00.000000Z");
    collector.on("2026-11-28").at("09:00:00").acknowledges("sue", "route/northside");
    CHECK(state(collector.restart(), "queue/pbx1/main") == "nothing");
    CHECK(state(collector, "route/northside") == "acknowledged sue");
}

TEST_CASE("acts on a thousand alarms are remembered, and no further alarm is acted on",
          "[scenario][alarms]")
{
    auto organisation = two_locations();
    for (std::size_t i = 0; i < alarms_acted_max; ++i)
        organisation.queues.push_back(
            {.id = {"pbx1/" + std::to_string(i)}, .name = "Q", .location = {"northside"}});
    auto collector = with_keys(organisation);
    for (std::size_t i = 0; i < alarms_acted_max; ++i)
        REQUIRE(collector.acknowledges("sue", "queue/pbx1/" + std::to_string(i)) == "done");
    CHECK(collector.acknowledges("sue", "overdue/northside") == "full");
    CHECK(collector.at("09:00:00").acknowledges("sue", "queue/pbx1/7") == "done");
    collector.on("2026-11-27").at("08:00:01");
    CHECK(collector.acknowledges("sue", "overdue/northside") ==
          "done");  // The others are forgotten.
    CHECK(collector.board().alarm_acts().all().size() == 2);
}

TEST_CASE("what people do about alarms is part of the operational hash alone", "[scenario][alarms]")
{
    auto collector = with_keys();
    const auto ledger = ledger_text(collector.board());
    REQUIRE(collector.acknowledges("sue", "queue/pbx1/main") == "done");
    const auto acknowledged = operational_text(collector.board());
    REQUIRE(collector.acknowledges("mia", "queue/pbx1/main") == "done");
    CHECK(ledger_text(collector.board()) == ledger);
    CHECK(operational_text(collector.board()) != acknowledged);
}
