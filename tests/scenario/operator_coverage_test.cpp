// Telephone Customer Service Standards, item 1 (TS-1, TS-1b): is every second of business hours
// without an operator recorded, with its cause, and is what could not be seen left "not known"?
// Hours are 08:00 to 17:00 in Chicago; a beat settles what is older than a tenth of a second.

#include <catch2/catch.hpp>

#include "daemon/policy/operator_coverage.hpp"
#include "tests/support/collector.hpp"

using namespace callwatch;
using namespace callwatch::test;
using namespace std::chrono_literals;
using Lines = std::vector<std::string>;

namespace {

Organisation with_telephone()
{
    auto organisation = two_locations();
    organisation.locations[1].operator_devices = {phone("100")};
    return organisation;
}

/// 101 is the only member of the main queue, and ready, since before opening.
Collector with_operator(Policy policy = {}, Organisation organisation = two_locations())
{
    Collector collector{policy, std::move(organisation)};
    collector.at("07:30:00").member_list({{.agent = phone("101")}});
    return collector;
}

std::optional<Instant> live_lamp(const Collector& collector)
{
    return no_operator_since(collector.engine().known(collector.now()),
                             *collector.engine().directory().location({"northside"}));
}

}  // namespace

TEST_CASE("a day with an operator is covered from opening to close, and no longer",
          "[scenario][coverage]")
{
    auto collector = with_operator();
    collector.at("07:59:59.999999").beat();
    CHECK(collector.coverage().empty());
    collector.at("08:00:01").beat();
    CHECK(collector.coverage() == Lines{"08:00:00 covered"});
    collector.at("17:00:01").beat().at("18:00:00").beat();
    CHECK(collector.coverage() == Lines{"08:00:00 covered", "17:00:00 closed"});
    CHECK(collector.coverage("2026-11-21").empty());
}

TEST_CASE("why nobody can answer is recorded to the second", "[scenario][coverage]")
{
    struct Row {
        const char* what;
        void (*leave)(Collector&);
        void (*return_)(Collector&);
        const char* line;
    };
    const auto row = GENERATE(
        Row{"logs off", [](Collector& c) { c.logs_off("101"); },
            [](Collector& c) { c.logs_on("101"); }, "09:00:00 uncovered logged_off"},
        Row{"pauses", [](Collector& c) { c.pauses("101"); }, [](Collector& c) { c.resumes("101"); },
            "09:00:00 uncovered paused"},
        Row{"cannot be rung", [](Collector& c) { c.telephone("101", false); },
            [](Collector& c) { c.telephone("101", true); }, "09:00:00 uncovered unreachable"},
        Row{"leaves the list", [](Collector& c) { c.member_list({}); },
            [](Collector& c) { c.member_list({{.agent = phone("101")}}); },
            "09:00:00 uncovered logged_off"});
    INFO(row.what);
    auto collector = with_operator();
    row.leave(collector.at("09:00:00"));
    row.return_(collector.at("09:00:40"));
    collector.at("17:00:01").beat();
    CHECK(collector.coverage() ==
          Lines{"08:00:00 covered", row.line, "09:00:40 covered", "17:00:00 closed"});
    CHECK(collector.told_about("NO OPERATOR").empty());
}

TEST_CASE("an operator on a call counts as staffed; one who is paused on a call does not",
          "[scenario][coverage]")
{
    auto collector = with_operator();
    collector.at("09:00:00").is_answered("c", "101").at("09:10:00").beat();
    CHECK(collector.coverage() == Lines{"08:00:00 covered"});
    collector.pauses("101").at("09:11:00").beat();
    CHECK(collector.coverage() == Lines{"08:00:00 covered", "09:10:00 uncovered paused"});
}

TEST_CASE("the other operator covers for the one who leaves", "[scenario][coverage]")
{
    auto collector = with_operator();
    collector.at("08:30:00").logs_on("102").at("09:00:00").pauses("101");
    collector.at("09:30:00").resumes("101").pauses("102").at("10:00:00").beat();
    CHECK(collector.coverage() == Lines{"08:00:00 covered"});
}

TEST_CASE("a stretch without an operator is one from a second on", "[scenario][coverage]")
{
    struct Row {
        const char* from;
        const char* until;
        Lines lines;
    };
    const auto row =
        GENERATE(Row{"09:00:00", "09:00:00.999999", {"08:00:00 covered", "17:00:00 closed"}},
                 Row{"09:00:00",
                     "09:00:01",
                     {"08:00:00 covered", "09:00:00 uncovered paused", "09:00:01 covered",
                      "17:00:00 closed"}},
                 // Cut at opening and at close.
                 Row{"07:59:30", "08:00:00.999999", {"08:00:00 covered", "17:00:00 closed"}},
                 Row{"07:59:30",
                     "08:00:01",
                     {"08:00:00 uncovered paused", "08:00:01 covered", "17:00:00 closed"}},
                 Row{"16:59:59.000001", "17:30:00", {"08:00:00 covered", "17:00:00 closed"}},
                 Row{"16:59:59",
                     "17:30:00",
                     {"08:00:00 covered", "16:59:59 uncovered paused", "17:00:00 closed"}},
                 Row{"07:45:00", "08:00:00", {"08:00:00 covered", "17:00:00 closed"}},
                 Row{"17:00:00", "17:30:00", {"08:00:00 covered", "17:00:00 closed"}});
    INFO(row.from << " until " << row.until);
    auto collector = with_operator();
    collector.at(row.from).pauses("101");
    if (row.until < std::string{"17:00:00"}) collector.beat();
    collector.at(row.until).resumes("101");
    collector.at("17:40:00").beat();
    CHECK(collector.coverage() == row.lines);
}

TEST_CASE("an alarm when it has lasted coverage_debounce_s, at once and once",
          "[scenario][coverage]")
{
    auto collector = with_operator();
    collector.at("09:00:00").pauses("101");
    SECTION("a microsecond less is none")
    {
        collector.at("09:00:59.999999").resumes("101").at("09:05:00").beat();
        CHECK(collector.told_about("NO OPERATOR").empty());
    }
    SECTION("exactly as long is one")
    {
        collector.at("09:01:00").resumes("101").at("09:05:00").beat();
        CHECK(collector.told_about("NO OPERATOR") ==
              Lines{"15:01:00.000 northside NO OPERATOR since 15:00:00.000"});
    }
    SECTION("while it lasts, also over a restart")
    {
        collector.at("09:01:00").beat();
        CHECK(collector.told_about("NO OPERATOR").empty());  // Not passed by every source yet.
        collector.at("09:01:00.100000").beat().at("09:02:00").beat().restart();
        collector.at("09:03:00").beat().at("09:30:00").resumes("101").at("10:00:00").beat();
        CHECK(collector.told_about("NO OPERATOR").size() == 1);
        CHECK(collector.coverage() ==
              Lines{"08:00:00 covered", "09:00:00 uncovered paused ALARM", "09:30:00 covered"});
    }
}

TEST_CASE("nobody there at opening is said as nobody yet", "[scenario][coverage]")
{
    Collector collector;
    collector.at("07:30:00").member_list({}).at("08:20:00").logs_on("101");
    collector.at("08:30:00").logs_off("101").at("09:00:00").beat();
    CHECK(collector.coverage() == Lines{"08:00:00 uncovered nobody_yet ALARM", "08:20:00 covered",
                                        "08:30:00 uncovered logged_off ALARM"});
}

TEST_CASE("before the first membership is known, coverage is not known", "[scenario][coverage]")
{
    Collector collector;
    collector.at("08:10:00").beat();
    CHECK(collector.coverage() == Lines{"08:00:00 not_known"});
    CHECK_FALSE(live_lamp(collector));
    SECTION("a list tells who is there")
    {
        collector.member_list({{.agent = phone("101")}}).at("08:20:00").beat();
        CHECK(collector.coverage() == Lines{"08:00:00 not_known", "08:10:00 covered"});
    }
    SECTION("an empty list tells that nobody is")
    {
        collector.member_list({}).at("08:20:00").beat();
        CHECK(collector.coverage() ==
              Lines{"08:00:00 not_known", "08:10:00 uncovered nobody_yet ALARM"});
    }
    SECTION("one who logs on proves herself, and from then on somebody is known")
    {
        collector.logs_on("101").at("08:15:00").logs_off("101").at("08:15:30").beat();
        CHECK(collector.coverage() ==
              Lines{"08:00:00 not_known", "08:10:00 covered", "08:15:00 uncovered logged_off"});
    }
}

TEST_CASE("what the bridge could not see is not known until the members are listed again",
          "[scenario][coverage]")
{
    auto collector = with_operator();
    collector.at("10:00:05").cannot_see("10:00:00").beat();
    CHECK_FALSE(live_lamp(collector));
    collector.at("10:01:00").sees_again("10:00:00", "10:00:58");
    SECTION("and she is still there")
    {
        collector.at("10:01:10").member_list({{.agent = phone("101")}}).at("10:02:00").beat();
        CHECK(collector.coverage() ==
              Lines{"08:00:00 covered", "10:00:00 not_known", "10:01:10 covered"});
    }
    SECTION("and she is gone: since when is not known, from the list on it is")
    {
        collector.at("10:01:10").member_list({}).at("10:02:00").beat();
        CHECK(collector.coverage() ==
              Lines{"08:00:00 covered", "10:00:00 not_known", "10:01:10 uncovered logged_off"});
    }
    SECTION("until then nothing is guessed, in either direction")
    {
        collector.at("10:02:00").beat();
        CHECK(collector.coverage() == Lines{"08:00:00 covered", "10:00:00 not_known"});
    }
}

TEST_CASE("events that were lost leave a hole, not a guess", "[scenario][coverage]")
{
    auto collector = with_operator();
    collector.at("10:00:00").beat().at("10:00:20").loses(4).at("10:00:30").says(OtherEvent{});
    collector.at("10:00:40").member_list({{.agent = phone("101")}}).at("10:02:00").beat();
    CHECK(collector.coverage().size() == 3);
    CHECK(collector.coverage()[1].ends_with(" not_known"));
    CHECK(collector.coverage()[2] == "10:00:40 covered");
}

TEST_CASE("a silent source keeps the record waiting; what it kept fills it", "[scenario][coverage]")
{
    auto collector = with_operator();
    collector.at("09:00:00").beat().source_silent().at("11:00:00").tick();
    CHECK(collector.coverage() == Lines{"08:00:00 covered"});
    CHECK(*collector.engine().known(collector.now()).settled_until({"northside"}) <
          collector.time("09:00:00"));

    collector.source_speaks();
    collector.says_of("10:00:00", AgentNotReady{phone("101"), queue("main"), "break"});
    collector.says_of("10:20:00", AgentReady{phone("101"), queue("main")});
    collector.beat().tick();
    CHECK(collector.coverage() ==
          Lines{"08:00:00 covered", "10:00:00 uncovered paused ALARM", "10:20:00 covered"});
}

TEST_CASE("the order in which two sources are heard decides nothing", "[scenario][coverage]")
{
    const auto day = [](bool calls_first) {
        Collector collector{{}, two_sources()};
        collector.at("07:30:00").member_list({{.agent = phone("101")}, {.agent = phone("102")}});
        collector.beat().at("12:00:00");
        const auto pbx = [&] {
            collector.by_source("pbx1");
            collector.says_of("09:00:00", AgentNotReady{phone("101"), queue("main"), ""});
            collector.says_of("09:20:00", AgentReady{phone("101"), queue("main")});
            collector.says_of("09:20:00", AgentLoggedOn{phone("102"), {queue("main")}});
        };
        const auto calls = [&] {
            collector.by_source("calls");
            collector.says_of("09:10:00", AgentLoggedOff{phone("102"), {queue("main")}});
        };
        if (calls_first) {
            calls();
            collector.beat("calls");
            pbx();
        } else {
            pbx();
            collector.beat("pbx1");
            calls();
        }
        collector.beat();
        return collector.coverage();
    };
    CHECK(day(true) ==
          Lines{"08:00:00 covered", "09:10:00 uncovered logged_off ALARM", "09:20:00 covered"});
    CHECK(day(false) == day(true));
}

TEST_CASE("a telephone that is on is weak evidence, and a break is stronger",
          "[scenario][coverage]")
{
    Collector collector{{}, with_telephone()};
    collector.at("07:30:00").member_list({}).telephone("100", true);
    collector.at("09:00:00").telephone("100", false).at("09:00:30").telephone("100", true);
    collector.at("09:10:00").beat();
    CHECK(collector.coverage() ==
          Lines{"08:00:00 covered", "09:00:00 uncovered unreachable", "09:00:30 covered"});

    collector.logs_on("100").pauses("100").at("09:20:00").beat();
    CHECK(collector.coverage().back() == "09:10:00 uncovered paused ALARM");
}

TEST_CASE(
    "a telephone of which nothing was ever heard keeps it from being said that nobody is "
    "there",
    "[scenario][coverage]")
{
    Collector collector{{}, with_telephone()};
    collector.at("07:30:00").member_list({}).at("09:00:00").beat();
    CHECK(collector.coverage() == Lines{"08:00:00 not_known"});
}

TEST_CASE("nothing is judged on holidays, at weekends, or before monitoring began",
          "[scenario][coverage]")
{
    SECTION("a holiday and a weekend")
    {
        auto organisation = two_locations();
        organisation.locations[1].exceptions[parse_local_date("2026-11-23").value()] = std::nullopt;
        auto collector = with_operator({}, organisation);
        collector.at("17:00:01").beat().on("2026-11-24").at("12:00:00").beat();
        CHECK(collector.coverage("2026-11-21").empty());
        CHECK(collector.coverage("2026-11-22").empty());
        CHECK(collector.coverage("2026-11-23").empty());
        CHECK(collector.coverage("2026-11-24") == Lines{"08:00:00 covered"});
    }
    SECTION("monitoring_start within the day")
    {
        auto organisation = two_locations();
        organisation.locations[1].monitoring_start =
            Instant{std::chrono::sys_days{std::chrono::year{2026} / 11 / 20} + 16h};
        auto collector = with_operator({}, organisation);
        collector.at("09:30:00").pauses("101").at("10:00:10").resumes("101");
        collector.at("11:00:00").beat();
        CHECK(collector.coverage() == Lines{"10:00:00 uncovered paused", "10:00:10 covered"});
    }
}

TEST_CASE("the live lamp shows the present at once, and since when", "[scenario][coverage]")
{
    auto collector = with_operator();
    collector.at("09:00:00").beat();
    CHECK_FALSE(live_lamp(collector));
    collector.at("09:05:00").pauses("101");
    CHECK(live_lamp(collector) == collector.time("09:05:00"));

    // The record follows; another who comes and goes on break changes nothing.
    collector.at("09:20:00").beat().logs_on("102").pauses("102").at("09:30:00").beat();
    CHECK(live_lamp(collector) == collector.time("09:05:00"));
    collector.resumes("102");
    CHECK_FALSE(live_lamp(collector));
    collector.pauses("102").at("17:00:00");
    CHECK_FALSE(live_lamp(collector));
}

TEST_CASE("coverage is the same after any restart", "[scenario][coverage]")
{
    const auto day = [](bool with_restarts) {
        auto collector = with_operator();
        for (const auto* time : {"08:30:00", "09:30:00.5", "11:00:00", "13:00:00", "16:59:59.5"}) {
            collector.at(time).pauses("101").beat();
            if (with_restarts) collector.restart();
            collector.after(2min).beat();
            if (with_restarts) collector.restart();
            if (time != std::string{"16:59:59.5"}) collector.resumes("101").beat();
        }
        collector.at("17:10:00").beat();
        return collector.coverage();
    };
    CHECK(day(true).size() == 10);
    CHECK(day(true) == day(false));
}
