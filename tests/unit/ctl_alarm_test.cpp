// Alarms at the terminal: what is sent for each word, by whose clock a time is meant, and how the
// list reads. Against a ROUTER in this process; it is Friday 2026-11-20, 16:58 in America/Chicago.

#include <catch2/catch.hpp>

#include <mutex>
#include <sstream>

#include "daemon/ctl/board_json.hpp"
#include "daemon/ctl/command_line.hpp"
#include "daemon/model/exit_code.hpp"
#include "tests/unit/ctl_fake_daemon.hpp"
#include "tests/unit/ctl_rows.hpp"

using namespace callwatch::test;
using Catch::Matchers::Contains;
namespace v1 = callwatch::v1;

namespace {

struct Ended {
    int exit_code;
    std::string out;
    std::string err;
};

constexpr std::int64_t now_us = 1'795'215'483'123'456;

v1::AlarmsReply handled_alarms()
{
    return proto<v1::AlarmsReply>(R"(
        now_us: 1795215483123456
        rows { alarm: "operators/annex" location_id: "annex" shelved_by: "mia"
               shelved_until_us: 1795209422000000 }
        rows { alarm: "queue/pbx1/main-line" location_id: "northside" acknowledged_by: "sue"
               acknowledged_at_us: 1795215300000000 shelved_by: "sue"
               shelved_until_us: 1795217400000000 })");
}

/// A daemon that has these alarms and a queue in another zone, and keeps what it is told to do.
class AlarmDaemon {
public:
    AlarmDaemon() : daemon_{[this](const v1::Request& request) { return answer(request); }} {}

    Ended types(std::vector<std::string> arguments)
    {
        std::ostringstream out;
        std::ostringstream err;
        arguments.insert(arguments.end(), {"--ipc", daemon_.directory()});
        const int exit_code = callwatch::ctl::run(std::move(arguments), {out, err, {}});
        return {exit_code, out.str(), err.str()};
    }
    /// The only one since the last look.
    v1::AlarmAct told()
    {
        const std::lock_guard lock{mutex_};
        REQUIRE(commands_.size() == 1);
        const auto act = commands_.front().alarm_act();
        commands_.clear();
        return act;
    }
    bool was_told_nothing()
    {
        const std::lock_guard lock{mutex_};
        return commands_.empty();
    }

private:
    std::vector<FakeDaemon::Frames> answer(const v1::Request& request)
    {
        v1::Reply reply;
        reply.set_id(request.id());
        if (request.has_alarms()) *reply.mutable_alarms() = handled_alarms();
        if (request.has_status()) {
            *reply.mutable_status() = status_of_friday();
            reply.mutable_status()->mutable_locations(1)->set_zone("America/New_York");
        }
        if (request.has_queues()) {
            auto* queue = reply.mutable_queues()->add_queues();
            queue->set_queue_id("pbx1/annex-line");
            queue->set_location_id("annex");
        }
        if (request.has_command()) {
            const std::lock_guard lock{mutex_};
            commands_.push_back(request.command());
            reply.mutable_command_done()->set_command_id(request.command().command_id());
            reply.mutable_command_done()->set_position(7);
        }
        return answer_with(reply);
    }

    std::mutex mutex_;
    std::vector<v1::Command> commands_;
    FakeDaemon daemon_;
};

}  // namespace

TEST_CASE("an alarm is acknowledged and taken from the shelf by its name", "[unit][ctl][alarms]")
{
    AlarmDaemon daemon;
    const auto ended = daemon.types({"alarm", "acknowledge", "queue/pbx1/main-line"});
    CHECK(ended.exit_code == callwatch::exit_ok);
    CHECK(ended.out == "queue/pbx1/main-line is acknowledged. On record at position 7.\n");
    const auto told = daemon.told();
    CHECK(told.alarm() == "queue/pbx1/main-line");
    CHECK(told.act() == "acknowledge");
    CHECK(told.until_us() == 0);
    const auto json = callwatch::ctl::Json::parse(
        daemon.types({"--json", "alarm", "unshelve", "route/northside"}).out);
    CHECK(json["done"] == true);
    CHECK(json["position"] == 7);
    CHECK(daemon.told().act() == "unshelve");
}

TEST_CASE("an alarm is shelved for minutes, or until a time by its location's clock",
          "[unit][ctl][alarms]")
{
    AlarmDaemon daemon;
    REQUIRE(daemon.types({"alarm", "shelve", "overdue/northside", "--for", "30"}).exit_code ==
            callwatch::exit_ok);
    auto told = daemon.told();
    CHECK(told.act() == "shelve");
    CHECK(told.until_us() == now_us + 30 * std::int64_t{60'000'000});

    const auto ended = daemon.types({"alarm", "shelve", "overdue/northside", "--until", "17:30"});
    CHECK_THAT(ended.out, Contains("is shelved until 2026-11-20 17:30:00 CST. On record"));
    told = daemon.told();
    CHECK(told.until_us() == 1'795'217'400'000'000);  // 23:30 UTC.

    daemon.types({"alarm", "shelve", "operators/annex", "--until", "2026-11-23 08:00"});
    CHECK(daemon.told().until_us() == 1'795'438'800'000'000);  // 13:00 UTC, in New York.
    daemon.types({"alarm", "shelve", "queue/pbx1/annex-line", "--until", "2026-11-23 08:00"});
    CHECK(daemon.told().until_us() == 1'795'438'800'000'000);
}

TEST_CASE("shelving needs one end, and a time that is one", "[unit][ctl][alarms]")
{
    AlarmDaemon daemon;
    using Arguments = std::vector<std::string>;
    for (const auto& end : {Arguments{}, Arguments{"--for", "0"}, Arguments{"--for", "10081"},
                            Arguments{"--for", "soon"}, Arguments{"--until", "soon"},
                            Arguments{"--for", "5", "--until", "17:30"}}) {
        Arguments arguments{"alarm", "shelve", "overdue/northside"};
        arguments.insert(arguments.end(), end.begin(), end.end());
        const auto ended = daemon.types(arguments);
        CHECK(ended.exit_code == callwatch::exit_usage);
        CHECK(ended.out.empty());
        CHECK_FALSE(ended.err.empty());
    }
    CHECK(daemon.was_told_nothing());
}

TEST_CASE("handled alarms are listed for people and for scripts", "[unit][ctl][alarms]")
{
    AlarmDaemon daemon;
    const auto table = daemon.types({"alarm", "list"}).out;
    CHECK_THAT(table, Contains("16:55:00") && Contains("until 17:30:00") && Contains("sue"));
    CHECK_THAT(table, Contains("was, until 16:17:02") && Contains("mia"));
    const auto json = callwatch::ctl::Json::parse(daemon.types({"--json", "alarm", "list"}).out);
    CHECK(json["now"] == "2026-11-20T22:58:03.123456Z");
    REQUIRE(json["alarms"].size() == 2);
    const auto& one = json["alarms"][0];
    CHECK(one["alarm"] == "operators/annex");
    CHECK(one["location"] == "annex");
    CHECK(one["acknowledged_by"] == "");
    CHECK(one["acknowledged_at"].is_null());
    CHECK(one["shelved_by"] == "mia");
    CHECK(one["shelved_until"] == "2026-11-20T21:17:02.000000Z");
    CHECK(json["alarms"][1]["acknowledged_at"] == "2026-11-20T22:55:00.000000Z");
    const auto annex = callwatch::ctl::Json::parse(
        daemon.types({"--json", "alarm", "list", "--location", "annex"}).out);
    CHECK(annex["alarms"].size() == 1);
    CHECK_THAT(daemon.types({"alarm", "list", "--location", "nowhere"}).out,
               Contains("Nobody has acknowledged or shelved"));
}

TEST_CASE("every word about alarms has help with an example, and is completed",
          "[unit][ctl][alarms]")
{
    AlarmDaemon daemon;
    for (const auto* word : {"list", "acknowledge", "shelve", "unshelve"}) {
        const auto ended = daemon.types({"alarm", word, "--help"});
        CHECK(ended.exit_code == callwatch::exit_ok);
        CHECK_THAT(ended.out, Contains("Example:\n  callwatchctl ") && Contains(word));
    }
    const auto script = daemon.types({"--completion", "bash"}).out;
    CHECK_THAT(script, Contains("'/alarm') words='list acknowledge shelve unshelve "));
    CHECK_THAT(script, Contains("'/alarm/shelve') words=") && Contains("--until --for"));
}

TEST_CASE("a wall's row of an alarm is one JSON object", "[unit][ctl][alarms]")
{
    const auto row = proto<v1::BoardRow>(R"(
        id: "route/annex" revision: 3
        alarm { alarm: "route/annex" location_id: "annex" shelved_until_us: 1795209422000000 })");
    const auto json = callwatch::ctl::board_row_json(row);
    CHECK(json["kind"] == "alarm");
    CHECK(json["row"]["alarm"] == "route/annex");
    CHECK(json["row"]["location"] == "annex");
    CHECK(json["row"]["acknowledged_at"].is_null());
    CHECK(json["row"]["shelved_until"] == "2026-11-20T21:17:02.000000Z");
}
