// Is the JSON of callwatchctl what its README promises to scripts, for ever? A change of these
// texts breaks somebody's script: add keys, never rename or remove one.

#include <catch2/catch.hpp>

#include "daemon/ctl/day.hpp"
#include "daemon/ctl/journal_print.hpp"
#include "daemon/ctl/journal_verify.hpp"
#include "daemon/ctl/messages.hpp"
#include "daemon/ctl/queues.hpp"
#include "daemon/ctl/sources.hpp"
#include "daemon/ctl/status.hpp"
#include "daemon/wire/fact_codec.hpp"
#include "tests/unit/ctl_rows.hpp"

using namespace callwatch::ctl;
using namespace callwatch::test;
using callwatch::parse_head;
namespace v1 = callwatch::v1;

namespace {

std::string keys_of(const Json& json)
{
    std::string keys;
    for (const auto& [key, value] : json.items()) keys += (keys.empty() ? "" : " ") + key;
    return keys;
}

}  // namespace

TEST_CASE("the JSON of a day has the verdict, the reasons, the figures and the open list",
          "[unit][ctl]")
{
    auto reply = violations_of_friday();
    reply.mutable_open(0)->clear_history();
    CHECK(pretty(day_json(reply)) == R"({
  "location": "northside",
  "business_date": "2026-11-20",
  "verdict": "VIOLATIONS",
  "provisional": true,
  "revision": 2,
  "late": true,
  "monitored": true,
  "check_at": "2026-11-20T23:00:00.000000Z",
  "due": 12,
  "returned": 10,
  "attempted": 1,
  "still_new": 1,
  "resolved": 0,
  "deferred": 0,
  "open_count": 1,
  "reasons": [
    {
      "code": "unreturned",
      "text": "1 message was not returned by 17:00:00",
      "subject": "1",
      "since": null
    },
    {
      "code": "source_silent",
      "text": "source pbx2 is silent",
      "subject": "pbx2",
      "since": "2026-11-20T22:56:43.000000Z"
    },
    {
      "code": "mailbox_not_listed",
      "text": "a mailbox has never been listed",
      "subject": "pbx2/301@branch",
      "since": null
    }
  ],
  "open": [
    {
      "message": "pbx1/106@default#1795209422.188",
      "mailbox": "pbx1/106@default",
      "location": "northside",
      "person": "ana",
      "group": "",
      "received_at": "2026-11-20T21:17:02.188000Z",
      "left_at": "2026-11-20T21:17:24.000000Z",
      "due_date": "2026-11-20",
      "deadline": "2026-11-20T23:00:00.000000Z",
      "state": "HEARD",
      "flags": [
        "LATE_ARRIVAL"
      ],
      "caller": "+64 2170000•01",
      "presence": "Old",
      "msg_id": "1795209422-0000000a",
      "duration_ms": 21800,
      "call_id": "pbx1/1795209422.188",
      "origin": "LIVE",
      "claimed_by": "",
      "claimed_until": null,
      "promised_from": null,
      "promised_to": null,
      "served_by": "",
      "served_at": null,
      "served_call": "",
      "call_at": null
    }
  ],
  "mailboxes": 5,
  "mailboxes_agree": 4,
  "sources": 2,
  "sources_fresh": 1,
  "sign_by": "2026-11-21T00:00:00.000000Z",
  "signed_at": null,
  "check_missed": false,
  "record_hash": "e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855",
  "signature": null,
  "amendments": [],
  "items": [],
  "departed": [],
  "policy_version": "p1",
  "calendar_version": "c1",
  "tzdata_version": "2024b"
}
)");
}

TEST_CASE("a verdict that was not said, or not by this version, is UNKNOWN", "[unit][ctl]")
{
    CHECK(day_json({})["verdict"] == "UNKNOWN");
    v1::DayReply reply;
    reply.mutable_day()->set_verdict(static_cast<v1::Verdict>(99));
    CHECK(day_json(reply)["verdict"] == "UNKNOWN");
    reply.mutable_day()->set_verdict(v1::VERDICT_CLEAR);
    CHECK(day_json(reply)["verdict"] == "CLEAR");
}

TEST_CASE("the JSON of the status keeps its keys", "[unit][ctl]")
{
    const Json json = status_json(status_of_friday());
    CHECK(keys_of(json) ==
          "software now started_at time_mode health journal_position chain_head ledger_hash "
          "operational_hash events_accepted refused locations sources");
    CHECK(json["now"] == "2026-11-20T22:58:03.123456Z");
    CHECK(json["journal_position"] == 48'112);
    CHECK(one_line(json["refused"]) == "{\"duplicate\":1200,\"malformed\":3}\n");
    CHECK(json["health"] == "OK");
    CHECK(
        keys_of(json["locations"][0]) ==
        "location name short_name zone zone_abbreviation utc_offset_s hours opens_at closes_at "
        "business_date monitoring_start unreturned unreturned_callers due_today overdue attempted "
        "returned_today returned_still_new oldest_received_at next_deadline operators_known "
        "operators_staffed operators_on_call operators_paused no_operator_since data_known "
        "data_as_of missed_calls overnight operators_weak uncovered_s uncovered no_operator_alarm "
        "unseen main_to_voicemail main_to_voicemail_after_hours main_via_operator "
        "main_to_voicemail_last due_today_all work_needed_s at_risk overdue_oldest_received_at "
        "coverage_debounce_s greeting_faults promises_missed bad_routes script_state "
        "departed_pending departed_red departed_unanswered no_cover mailboxes_barred "
        "greetings_asked greetings_not_known greeting_faults_by_kind messages_deadline "
        "script_version script_required bad_route_first departed_requested departed_seen_off "
        "departed_confirmed_today departed_unverified departed_reopened departed_by_workdays "
        "departed_red_after_workdays departed_open_messages departed_next_promise "
        "operators_unreachable staff_away");
    CHECK(one_line(json["locations"][0]["uncovered"]) ==
          "[{\"from\":\"2026-11-20T15:00:00.000000Z\",\"to\":\"2026-11-20T15:01:12.000000Z\","
          "\"cause\":\"paused\"}]\n");
    CHECK(json["locations"][0]["hours"] == "OPEN");
    CHECK(json["locations"][1]["data_known"] == false);
}

TEST_CASE("the JSON of sources keeps its keys, and an unknown state is null", "[unit][ctl]")
{
    v1::SourcesReply reply;
    *reply.mutable_sources() = status_of_friday().sources();
    CHECK(pretty(sources_json(reply)["sources"][1]) == R"({
  "source": "pbx2",
  "kind": "asterisk",
  "state": "SILENT",
  "watermark": "2026-11-20T22:56:43.000000Z",
  "head": 0,
  "accepted": 0,
  "missed": 2,
  "locations": [
    "annex"
  ],
  "software": "",
  "silent_since": "2026-11-20T22:56:43.000000Z",
  "lag_ms": 0,
  "lag_by_10s_ms": [],
  "clock_known": false,
  "clock_skew_ms": 0,
  "clock_doubt": false,
  "gaps": [],
  "gaps_healed_today": 0,
  "fetched_again": 0,
  "upstream_lost_since": null,
  "spool_watch_alive": false,
  "trouble": ""
}
)");
    reply.mutable_sources(0)->set_state(static_cast<v1::SourceRow::State>(99));
    CHECK(sources_json(reply)["sources"][0]["state"].is_null());
}

TEST_CASE("the JSON of queues has raw counts, and no percentage of nothing", "[unit][ctl]")
{
    const auto reply = proto<v1::QueuesReply>(R"(
        now_us: 1795215483000000
        queues { queue_id: "pbx1/main-line" name: "Main line" location_id: "northside" waiting: 2
            offered: 93 answered: 84 abandoned: 11 short_abandoned: 3 answered_in_threshold: 58
            abandoned_in_threshold: 2 service_level_variant: "SL4" service_level_s: 20
            waiting_by_minute: [0, 1, 2] data_known: true level_by_depth: AMBER }
        queues { queue_id: "pbx1/quiet" service_level_variant: "SL4" })");
    const Json json = queues_json(reply);
    CHECK(keys_of(json) == "now queues");
    CHECK(keys_of(json["queues"][0]) ==
          "queue name location waiting oldest_joined_at offered answered abandoned short_abandoned "
          "answered_in_threshold abandoned_in_threshold timed_out left_by_key left_otherwise "
          "longest_wait_today_ms answered_wait_ms answered_pct service_level_pct "
          "service_level_variant service_level_s amber_waiting amber_wait_s red_waiting red_wait_s "
          "waiting_by_minute data_known level_by_depth");
    CHECK(json["queues"][0]["answered_pct"] == 88.4);
    CHECK(json["queues"][0]["service_level_pct"] == 62.3);
    CHECK(json["queues"][1]["answered_pct"].is_null());
    CHECK(json["queues"][1]["service_level_pct"].is_null());
}

TEST_CASE("the JSON of messages has a history only when it is asked for", "[unit][ctl]")
{
    const Messages messages{.now_us = 1'795'215'483'000'000, .rows = {message_106()}};
    CHECK(keys_of(messages_json(messages, false)) == "now total messages");
    CHECK_FALSE(messages_json(messages, false)["messages"][0].contains("history"));
    CHECK(
        one_line(messages_json(messages, true)["messages"][0]["history"][1]) ==
        R"({"at":"2026-11-20T21:26:40.000000Z","what":"heard","by":"ana","evidence":"","detail":"","remark":""})"
        "\n");
}

TEST_CASE("bytes that are no UTF-8 still make JSON", "[unit][ctl]")
{
    v1::SourcesReply reply;
    reply.add_sources()->set_source_id("pbx\xFF");
    CHECK_THAT(one_line(sources_json(reply)), Catch::Matchers::Contains("pbx\xEF\xBF\xBD"));
}

TEST_CASE("a fact as a JSON line has position, decided_at and its kind", "[unit][ctl]")
{
    const callwatch::DatedFact fact{
        .decided_at = callwatch::Instant{callwatch::Micros{1'795'215'600'123'456}},
        .fact = callwatch::SourceHeard{.source = {"pbx1"}}};
    CHECK(
        one_line(fact_json(7, callwatch::encode_fact(fact))) ==
        R"({"position":7,"decided_at":"2026-11-20T23:00:00.123456Z","source_heard":{"source_id":"pbx1"}})"
        "\n");
    CHECK_THAT(fact_line(7, callwatch::encode_fact(fact)),
               Catch::Matchers::StartsWith("       7  "));
}

TEST_CASE("a stored fact that is none is shown as such and does not stop the print", "[unit][ctl]")
{
    CHECK(one_line(fact_json(8, "\xFF\xFF")) == "{\"position\":8,\"decided_at\":null}\n");
    CHECK_THAT(fact_line(8, "\xFF\xFF"), Catch::Matchers::Contains("8  ? "));
}

TEST_CASE("a verification says whether, how much, up to where, and what is broken", "[unit][ctl]")
{
    callwatch::Verification found{.rows = 2, .head = {.position = 5, .hash = {}}, .fault = {}};
    const std::string head = "5:" + std::string(64, '0');
    CHECK(one_line(verification_json(found)) ==
          R"({"verified":true,"rows":2,"archived":0,"segments":[],"facts":5,"head":")" + head +
              "\",\"fault\":null}\n");
    found.fault = {.position = 6, .what = "the chain is broken"};
    CHECK(one_line(verification_json(found)) ==
          R"({"verified":false,"rows":2,"archived":0,"segments":[],"facts":5,"head":")" + head +
              R"(","fault":{"position":6,"what":"the chain is broken"}})"
              "\n");
}

TEST_CASE("a kept head is read as it was printed, and nothing else is", "[unit][ctl]")
{
    const std::string digits(62, 'a');
    const auto head = parse_head("1234:0F" + digits);
    REQUIRE(head);
    CHECK(head->position == 1'234);
    CHECK(head->hash[0] == 0x0F);
    CHECK_FALSE(parse_head("1234"));
    CHECK_FALSE(parse_head("1234:0f"));
    CHECK_FALSE(parse_head(":0f" + digits));
    CHECK_FALSE(parse_head("-1:0f" + digits));
    CHECK_FALSE(parse_head("1234:0g" + digits));
    CHECK_FALSE(parse_head("1234:0f" + digits + "0"));
}
