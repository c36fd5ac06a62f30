// What do `callwatchctl coverage` and `callwatchctl main-line` say to people and to scripts? Texts
// are compared whole: somebody reads them at a glance.

#include <catch2/catch.hpp>

#include "daemon/ctl/coverage.hpp"
#include "daemon/ctl/main_line.hpp"
#include "tests/unit/ctl_fake_daemon.hpp"
#include "tests/unit/ctl_rows.hpp"

using namespace callwatch;
using namespace callwatch::ctl;
using namespace callwatch::test;

namespace {

LocalTimes chicago() { return LocalTimes{status_of_friday().locations()}; }

v1::CoverageReply coverage_of_friday()
{
    return proto<v1::CoverageReply>(R"(
        location_id: "northside" business_date: "2026-11-20" now_us: 1795215483000000
        opens_at_us: 1795183200000000 closes_at_us: 1795215600000000
        judged_until_us: 1795186872000000 covered_ms: 3600000 uncovered_ms: 72000 alarms: 1
        stretches { span { from_us: 1795183200000000 to_us: 1795186800000000 } state: "covered" }
        stretches { span { from_us: 1795186800000000 } state: "uncovered" cause: "logged_off"
            alarm: true }
        operators { device_id: "pbx1/101" person: "ana" state: "ready"
            evidence: "queue_membership" on_call: true }
        operators { device_id: "pbx1/100" state: "ready" evidence: "telephone_on" })");
}

v1::MainLineReply main_line_of_friday()
{
    return proto<v1::MainLineReply>(R"(
        location_id: "northside" business_date: "2026-11-20" now_us: 1795215483000000
        violations: 1 not_known: 1
        callers { at_us: 1795186800000000 call_id: "pbx1/1.0" mailbox_id: "pbx1/199@default"
            outcome: "violation" how: "option_0" number: "0205550100"
            path { at_us: 1795186790000000 kind: "option" id: "0" }
            path { at_us: 1795186800000000 kind: "mailbox" id: "pbx1/199@default" } }
        callers { at_us: 1795186860000000 call_id: "pbx1/2.0" mailbox_id: "pbx1/199@default"
            outcome: "not_known" })");
}

}  // namespace

TEST_CASE("coverage shows who is there, by what evidence, and every stretch", "[unit][ctl]")
{
    CHECK(coverage_text(coverage_of_friday(), chicago(), {}) ==
          R"(northside, Friday 2026-11-20: an operator at every instant of business hours

Operators now
  OPERATOR  TELEPHONE  NOW               EVIDENCE
  ana       pbx1/101   ready, on a call  queue membership
  –         pbx1/100   ready             phone on, presence not known

The day
  FROM      TO         LASTED                      WHY
  08:00:00  09:00:00  1:00:00  covered
  09:00:00  …            1:12  NO OPERATOR, alarm  logged off

Covered 1:00:00, without an operator 1:12, not known 0:00; 1 alarm. Judged until 09:01:12.

Times: America/Chicago.
)");
}

TEST_CASE("a day without hours says so", "[unit][ctl]")
{
    v1::CoverageReply reply;
    reply.set_location_id("northside");
    reply.set_business_date("2026-11-21");
    CHECK(coverage_text(reply, chicago(), {}) ==
          "northside, Saturday 2026-11-21: an operator at every instant of business hours\n\n"
          "No business hours that are judged on this day.\n");
}

TEST_CASE("the JSON of coverage keeps its keys; what runs has no end", "[unit][ctl]")
{
    const Json json = coverage_json(coverage_of_friday());
    CHECK(json["stretches"][1]["to"].is_null());
    CHECK(json["stretches"][1]["cause"] == "logged_off");
    CHECK(json["uncovered_ms"] == 72'000);
    std::string keys;
    for (const auto& [key, value] : json.items()) keys += key + " ";
    CHECK(keys ==
          "location business_date now opens_at closes_at judged_until covered_ms "
          "uncovered_ms not_known_ms alarms stretches operators ");
}

TEST_CASE("main-line shows each caller's way, and what is not known", "[unit][ctl]")
{
    CHECK(
        main_line_text(main_line_of_friday(), chicago(), {}) ==
        R"(northside, Friday 2026-11-20: callers of the main number, or of option 0, who reached voicemail

  AT                   ENTERED BY            WAY                                  CALL
  09:00:00  VIOLATION  0205550100, option 0  option 0 > mailbox pbx1/199@default  pbx1/1.0
  09:01:00  not known  ?                     pbx1/199@default                     pbx1/2.0

Violations 1, after hours 0, via operator 0, not known 1

Times: America/Chicago.
)");
}

TEST_CASE("the JSON of main-line keeps its keys", "[unit][ctl]")
{
    const Json json = main_line_json(main_line_of_friday());
    CHECK(json["callers"][0]["path"][1]["kind"] == "mailbox");
    CHECK(json["callers"][1]["how"] == "");
    std::string keys;
    for (const auto& [key, value] : json["callers"][0].items()) keys += key + " ";
    CHECK(keys == "at call_id mailbox outcome how number operator person path ");
}
