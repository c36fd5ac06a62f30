// Departures at the terminal: how their end reads, and that an answer was cut. Against a ROUTER in
// this process; it is Friday 2026-11-20, 16:58 in America/Chicago.

#include <catch2/catch.hpp>

#include <sstream>

#include "daemon/ctl/command_line.hpp"
#include "daemon/ctl/row_json.hpp"
#include "daemon/model/exit_code.hpp"
#include "tests/unit/ctl_fake_daemon.hpp"
#include "tests/unit/ctl_rows.hpp"

using namespace callwatch::test;
using Catch::Matchers::Contains;
namespace v1 = callwatch::v1;

namespace {

v1::DeparturesReply told()
{
    return proto<v1::DeparturesReply>(R"(
        now_us: 1795215483123456 total: 3
        departures { mailbox_id: "pbx1/103" location_id: "northside" person: "carla"
                     state: "DISCONNECT_REQUESTED" observed: "gone"
                     observed_at_us: 1795211000000000 reopened_at_us: 1795211000000000 }
        departures { mailbox_id: "pbx1/104" location_id: "northside" person: "dora"
                     state: "HANDED_OVER" successor: "ben" handed_over_by: "mia"
                     handed_over_at_us: 1795208700000000 statement: "hash" observed: "there" }
        departures { mailbox_id: "pbx1/105" location_id: "northside" person: "emil"
                     state: "HANDED_OVER" successor: "ben" handed_over_by: "max"
                     handed_over_at_us: 1795122300000000 observed: "there" })");
}

std::string types(std::vector<std::string> arguments, const v1::DeparturesReply& departures)
{
    FakeDaemon daemon{[&](const v1::Request& request) {
        v1::Reply reply;
        reply.set_id(request.id());
        if (request.has_departures()) *reply.mutable_departures() = departures;
        if (request.has_status()) *reply.mutable_status() = status_of_friday();
        return answer_with(reply);
    }};
    std::ostringstream out;
    std::ostringstream err;
    arguments.insert(arguments.end(), {"departure", "list", "--all", "--ipc", daemon.directory()});
    CHECK(callwatch::ctl::run(std::move(arguments), {out, err, {}}) == callwatch::exit_ok);
    CHECK(err.str().empty());
    return out.str();
}

/// The line about this mailbox.
std::string line_of(const std::string& text, const std::string& mailbox)
{
    std::istringstream lines{text};
    for (std::string line; std::getline(lines, line);)
        if (line.find(mailbox) != std::string::npos) return line;
    FAIL(mailbox << " is in no line of\n" << text);
    return {};
}

}  // namespace

TEST_CASE("a hand-over reads with when, by whom, and whether it was signed", "[unit][ctl]")
{
    const auto text = types({}, told());
    CHECK_THAT(line_of(text, "pbx1/104"), Contains("15:05") && Contains("mia") && Contains("ben"));
    CHECK_THAT(line_of(text, "pbx1/104"), !Contains("not signed"));
    CHECK_THAT(line_of(text, "pbx1/105"), Contains("max, not signed"));
    CHECK_THAT(text, !Contains("of 3"));
}

TEST_CASE("a list of before a message that came is told as no proof", "[unit][ctl]")
{
    auto departures = told();
    CHECK_THAT(line_of(types({}, departures), "pbx1/103"), Contains("gone before a message came"));
    departures.mutable_departures(0)->set_observed_at_us(1'795'211'000'000'001);
    CHECK_THAT(line_of(types({}, departures), "pbx1/103"), !Contains("before a message"));
}

TEST_CASE("departures that were left out are counted", "[unit][ctl]")
{
    auto departures = told();
    departures.set_total(1'240);
    CHECK_THAT(types({}, departures), Contains("3 of 1 240: open ones first"));
    const auto json = callwatch::ctl::Json::parse(types({"--json"}, departures));
    CHECK(json["total"] == 1'240);
    CHECK(json["departures"].size() == 3);
    CHECK(json["departures"][1]["handed_over_by"] == "mia");
    CHECK(json["departures"][1]["handed_over_at"] == "2026-11-20T21:05:00.000000Z");
    CHECK(json["departures"][0]["handed_over_at"].is_null());
}
