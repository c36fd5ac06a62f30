// Is a telephone system never asked more than ten actions in any second, and the urgent ones first?

#include <catch2/catch.hpp>

#include <vector>

#include "daemon/bridges/asterisk/live/action_schedule.hpp"

using namespace callwatch::asterisk;
using namespace std::chrono_literals;
using Urgency = ActionSchedule::Urgency;

namespace {

const Steady start{std::chrono::hours{1}};

Action queue_status(int queue) { return {"QueueStatus", {{"Queue", std::to_string(queue)}}}; }

std::vector<std::string> all_at(ActionSchedule& schedule, Steady now)
{
    std::vector<std::string> ids;
    while (const auto due = schedule.next(now)) ids.push_back(due->action_id);
    return ids;
}

}  // namespace

TEST_CASE("no second holds more than ten actions, wherever it begins", "[unit][schedule]")
{
    ActionSchedule schedule;
    for (int i = 0; i < 200; ++i) schedule.add(std::to_string(i), queue_status(i), Urgency::round);
    std::vector<Steady> sent;
    for (Steady now = start; now < start + 25s; now += 7ms)
        for (const auto& id : all_at(schedule, now)) {
            (void)id;
            sent.push_back(now);
        }
    REQUIRE(sent.size() == 200);
    for (std::size_t i = 10; i < sent.size(); ++i) CHECK(sent[i] - sent[i - 10] >= 1s);
    CHECK(sent.back() - start < 21s);
}

TEST_CASE("what is vital goes first, what has happened before what is looked at every so often",
          "[unit][schedule]")
{
    ActionSchedule schedule;
    schedule.add("1", queue_status(1), Urgency::round);
    schedule.add("2", queue_status(2), Urgency::prompt);
    schedule.add("3", {"Ping", {}}, Urgency::vital);
    schedule.add("4", queue_status(4), Urgency::prompt);
    CHECK(all_at(schedule, start) == std::vector<std::string>{"3", "2", "4", "1"});
}

TEST_CASE("the same question waits once, with the greater urgency", "[unit][schedule]")
{
    ActionSchedule schedule;
    CHECK(schedule.add("1", queue_status(1), Urgency::round));
    CHECK(schedule.add("2", queue_status(2), Urgency::round));
    CHECK_FALSE(schedule.add("3", queue_status(2), Urgency::prompt));
    CHECK_FALSE(schedule.add("4", queue_status(2), Urgency::round));
    CHECK(all_at(schedule, start) == std::vector<std::string>{"2", "1"});
    CHECK(schedule.add("5", queue_status(2), Urgency::round));
}

TEST_CASE("a new connection starts without the old questions, but not with a new allowance",
          "[unit][schedule]")
{
    ActionSchedule schedule;
    for (int i = 0; i < 15; ++i) schedule.add(std::to_string(i), queue_status(i), Urgency::round);
    CHECK(all_at(schedule, start).size() == 10);
    schedule.clear();
    CHECK(schedule.waiting() == 0);
    schedule.add("login", {"Challenge", {}}, Urgency::vital);
    CHECK(all_at(schedule, start + 999ms).empty());
    CHECK(schedule.next_at() == start + 1s);
    CHECK(all_at(schedule, start + 1s) == std::vector<std::string>{"login"});
}

TEST_CASE("a value cannot smuggle in a header", "[unit][schedule]")
{
    CHECK(encode({"QueueStatus", {{"Queue", "a\r\nAction: Shutdown"}}}, "x-1") ==
          "Action: QueueStatus\r\nActionID: x-1\r\nQueue: a  Action: Shutdown\r\n\r\n");
}
