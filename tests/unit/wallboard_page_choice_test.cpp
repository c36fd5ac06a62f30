// Which page is up, and when does it change? Alarms, the last ten minutes, the half hour after the
// check.

#include <algorithm>
#include <array>

#include <catch2/catch.hpp>

#include "tests/unit/wallboard_vocabulary.hpp"
#include "wallboard/model/selection.hpp"

using namespace wallboard;
using namespace wallboard::test;

namespace {

PageChoice choice(const Snapshot& snapshot, const Alarms& alarms = {}, Micros running = Micros{0})
{
    return choose_page({}, snapshot, alarms, moment_of(snapshot, Micros{0}, running));
}

Snapshot after_close(const std::string& time)
{
    Snapshot snapshot = board(time);
    for (Location& location : snapshot.locations) location.hours = Hours::closed;
    snapshot.days = {checked("north", Verdict::clear), checked("harbor", Verdict::violations)};
    return snapshot;
}

}  // namespace

TEST_CASE("in the middle of the day Live, Returns and Team take turns", "[unit][wallboard]")
{
    const Snapshot snapshot = board("13:00:00");
    for (std::size_t s = 0; s < 96; ++s) {
        const PageChoice now = choice(snapshot, {}, std::chrono::seconds{s});
        CHECK(now.page == std::array{Page::live, Page::returns, Page::team}.at(s / 12 % 3));
        CHECK(now.count == 3);
    }
}

TEST_CASE("in the last hour four pages rotate every twelve seconds", "[unit][wallboard]")
{
    const Snapshot snapshot = board("16:30:00");
    CHECK(choice(snapshot, {}, 11s).page == Page::live);
    CHECK(choice(snapshot, {}, 12s).page == Page::returns);
    CHECK(choice(snapshot, {}, 24s).page == Page::end_of_day);
    CHECK(choice(snapshot, {}, 36s).page == Page::team);
    CHECK(choice(snapshot, {}, 48s).page == Page::live);
    CHECK(choice(snapshot, {}, 48s).count == 4);
}

TEST_CASE("Health takes part while a source is not as it should be", "[unit][wallboard]")
{
    Snapshot snapshot = board("13:00:00");
    snapshot.sources[0].state = SourceState::silent;
    CHECK(choice(snapshot, {}, 36s).page == Page::health);
    CHECK(choice(snapshot, {}, 36s).count == 4);
    snapshot.sources[0].state = SourceState::fresh;
    snapshot.sources[0].gaps_open = 1;
    CHECK(choice(snapshot, {}, 36s).page == Page::health);
}

TEST_CASE("Team takes part while an office is open and its operators are known",
          "[unit][wallboard][team]")
{
    Snapshot snapshot = board("13:00:00");
    const auto takes_part = [&] { return choice(snapshot, {}, 24s).page == Page::team; };
    snapshot.locations[0].hours = Hours::closed;
    CHECK(takes_part());
    snapshot.locations[1].operators_known = false;
    CHECK_FALSE(takes_part());
    snapshot.locations[1].operators_known = true;
    snapshot.locations[1].unseen_since = at("12:50:00");
    CHECK_FALSE(takes_part());
    snapshot.locations[1].unseen_since = not_said;
    CHECK(takes_part());
    snapshot.locations[1].data_known = false;
    CHECK_FALSE(takes_part());
}

TEST_CASE("Team never takes the screen from another page", "[unit][wallboard][team]")
{
    Snapshot snapshot = board("13:00:00");
    snapshot.locations[0].staff_away = snapshot.locations[0].no_cover = 3;
    works(snapshot.locations[1], {.staffed = 2, .on_call = 2});
    const Alarms alarms = next_alarms({}, snapshot, moment_of(snapshot, Micros{0}));
    CHECK(alarms.active.empty());
    CHECK(choice(snapshot, alarms).page == Page::live);
    CHECK_FALSE(choice(snapshot, alarms, 24s).held);
}

TEST_CASE("Trends takes part where the board tells half hours", "[unit][wallboard][trends]")
{
    Snapshot snapshot = board("13:00:00");
    CHECK(choice(snapshot, {}, 36s).count == 3);
    snapshot.trends = {half_hours("north", 3)};
    CHECK(choice(snapshot, {}, 36s).page == Page::trends);
    CHECK(choice(snapshot, {}, 36s).count == 4);
}

TEST_CASE("only the pages that are configured are shown, in their order", "[unit][wallboard]")
{
    const PagePolicy policy{.pages = {Page::returns, Page::live}, .rotation = 12s};
    const Snapshot snapshot = board("16:55:00");
    const auto page = [&](Micros running) {
        return choose_page(policy, snapshot, {}, moment_of(snapshot, Micros{0}, running)).page;
    };
    CHECK(page(0s) == Page::returns);
    CHECK(page(12s) == Page::live);
}

TEST_CASE("every office has its turn on the end-of-day page, whatever the rotation",
          "[unit][wallboard]")
{
    const Snapshot snapshot = board("16:30:00");
    std::vector<std::string> shown;
    for (int s = 24; s < 24 + 4 * 48; s += 48)
        shown.push_back(choice(snapshot, {}, std::chrono::seconds{s}).location);
    CHECK(shown == std::vector<std::string>{"north", "harbor", "north", "harbor"});
}

TEST_CASE("a long table turns twice while its page is up, and goes on where it was",
          "[unit][wallboard]")
{
    const Snapshot snapshot = board("13:00:00");
    std::vector<std::size_t> turns;
    for (const int s : {12, 18, 48, 54, 84})
        turns.push_back(choice(snapshot, {}, std::chrono::seconds{s}).turn);
    CHECK(turns == std::vector<std::size_t>{0, 1, 2, 3, 4});
}

TEST_CASE("messages that become overdue hold Returns for half a minute, no longer",
          "[unit][wallboard]")
{
    Snapshot snapshot = board("13:00:00");
    owes(snapshot.locations[1], 2, 2);
    Alarms alarms;
    const auto later = [&](Micros by) {
        snapshot.as_of += by;
        alarms = next_alarms(alarms, snapshot, moment_of(snapshot, Micros{0}));
        return choice(snapshot, alarms);
    };
    CHECK(later(0s).page == Page::returns);
    CHECK(later(29s).held);
    CHECK(later(1s).page == Page::live);
    CHECK(later(60s).page == Page::live);
}

TEST_CASE("Departures and Greetings take part while somebody has to look", "[unit][wallboard]")
{
    Snapshot snapshot = board("13:00:00");
    greets(snapshot.locations[0], 12);
    CHECK(choice(snapshot).count == 3);
    people_left(snapshot.locations[0], {1, 0, 0, 0, 0, 0});
    CHECK(choice(snapshot, {}, 24s).page == Page::departures);
    greets(snapshot.locations[0], 12, 1);
    CHECK(choice(snapshot, {}, 36s).page == Page::greetings);
    CHECK(choice(snapshot, {}, 36s).count == 5);

    for (Location& location : snapshot.locations) location.hours = Hours::not_yet_monitored;
    CHECK(choice(snapshot).count == 2);
}

TEST_CASE("a mailbox that turns red holds Departures for half a minute, a bad route Greetings",
          "[unit][wallboard]")
{
    Snapshot snapshot = board("13:00:00");
    Alarms alarms;
    const auto later = [&](Micros by) {
        snapshot.as_of += by;
        alarms = next_alarms(alarms, snapshot, moment_of(snapshot, Micros{0}));
        return choice(snapshot, alarms);
    };
    people_left(snapshot.locations[1], {0, 1, 0, 0, 0, 0});
    CHECK_FALSE(later(0s).held);
    snapshot.locations[1].departures.red = 1;
    CHECK(later(1s).page == Page::departures);
    CHECK(later(29s).held);
    CHECK_FALSE(later(1s).held);

    snapshot.locations[0].greetings.bad_routes = 1;
    CHECK(later(1s).page == Page::greetings);
    CHECK(later(29s).held);
    CHECK_FALSE(later(1s).held);

    snapshot.locations[0].departures.reopened = 1;
    CHECK(later(1s).page == Page::departures);
    CHECK(later(1s).held);
}

TEST_CASE("what a silent source last said of departures and routes is no alarm",
          "[unit][wallboard]")
{
    Snapshot snapshot = board("13:00:00");
    people_left(snapshot.locations[1], {0, 0, 1, 0, 0, 0});
    snapshot.locations[1].greetings.bad_routes = 1;
    snapshot.sources[1].state = SourceState::silent;
    CHECK(next_alarms({}, snapshot, moment_of(snapshot, Micros{0})).active.empty());
    snapshot.sources[1].state = SourceState::fresh;
    CHECK(next_alarms({}, snapshot, moment_of(snapshot, Micros{0})).active.size() == 2);
}

TEST_CASE("a caller who waits too long goes before what is overdue", "[unit][wallboard]")
{
    Snapshot snapshot = board("13:00:00");
    owes(snapshot.locations[1], 2, 2);
    caller_waits(snapshot.queues[0], "12:50:00");
    const Alarms alarms = next_alarms({}, snapshot, moment_of(snapshot, Micros{0}));
    CHECK(choice(snapshot, alarms).page == Page::live);
    CHECK(choice(snapshot, alarms).held);
}

TEST_CASE("a page that was picked stays for a minute, or until a new red alarm",
          "[unit][wallboard]")
{
    Snapshot snapshot = board("13:00:00");
    const Pick pick{.page = Page::health, .running = 5s, .figures = at("13:00:00")};
    const auto at_second = [&](const Alarms& alarms, Micros running) {
        return choose_page({}, snapshot, alarms, moment_of(snapshot, Micros{0}, running), pick);
    };
    CHECK(at_second({}, 64s).page == Page::health);
    CHECK(at_second({}, 64s).picked);
    CHECK(at_second({}, 65s).page != Page::health);

    snapshot.as_of += 10s;
    caller_waits(snapshot.queues[0], "12:50:00");
    const Alarms alarms = next_alarms({}, snapshot, moment_of(snapshot, Micros{0}));
    CHECK(at_second(alarms, 15s).page == Page::live);
    CHECK_FALSE(at_second(alarms, 15s).picked);
}

TEST_CASE("the arrows go round the configured pages", "[unit][wallboard]")
{
    const PagePolicy policy;
    CHECK(neighbour(policy, Page::live, 1) == Page::returns);
    CHECK(neighbour(policy, Page::health, 1) == Page::live);
    CHECK(neighbour(policy, Page::live, -1) == Page::health);
    CHECK(neighbour({.pages = {Page::live}, .rotation = 12s}, Page::returns, 1) == Page::live);
}

TEST_CASE("the last ten minutes belong to the countdown", "[unit][wallboard]")
{
    CHECK(choice(board("16:49:59")).page == Page::live);
    CHECK(choice(board("16:50:00")).page == Page::end_of_day);
}

TEST_CASE("after the check the office that needs somebody is shown first", "[unit][wallboard]")
{
    const Snapshot snapshot = after_close("17:05:00");
    for (int s = 0; s < 60; s += 12)
        CHECK(choice(snapshot, {}, std::chrono::seconds{s}).location == "harbor");
}

TEST_CASE("a verdict keeps the screen for half an hour, or until all are signed",
          "[unit][wallboard]")
{
    CHECK(choice(after_close("17:30:09")).page == Page::end_of_day);
    CHECK(choice(after_close("17:30:10")).page == Page::live);
    Snapshot signed_all = after_close("17:05:00");
    for (Day& day : signed_all.days) day.signed_at = at("17:04:00");
    CHECK(choice(signed_all).page == Page::live);
    CHECK(choice(signed_all, {}, 24s).page == Page::end_of_day);
}

TEST_CASE("a new red alarm cuts to Live even from the countdown, and then gives it back",
          "[unit][wallboard]")
{
    Snapshot snapshot = board("16:55:00");
    caller_waits(snapshot.queues[0], "16:00:00");
    Alarms alarms = next_alarms({}, snapshot, moment_of(snapshot, Micros{0}));
    CHECK(choice(snapshot, alarms).page == Page::live);
    CHECK(choice(snapshot, alarms).held);

    snapshot.as_of += 30s;
    alarms = next_alarms(alarms, snapshot, moment_of(snapshot, Micros{0}));
    CHECK(choice(snapshot, alarms).page == Page::end_of_day);
}

TEST_CASE("an alarm holds Live until half a minute after it is over", "[unit][wallboard]")
{
    Snapshot snapshot = board("16:10:00");
    caller_waits(snapshot.queues[0], "16:00:00");
    Alarms alarms = next_alarms({}, snapshot, moment_of(snapshot, Micros{0}));
    snapshot.queues[0].waiting = 0;
    const auto later = [&](Micros by) {
        snapshot.as_of += by;
        alarms = next_alarms(alarms, snapshot, moment_of(snapshot, Micros{0}));
        return choice(snapshot, alarms, 24s);
    };
    CHECK(later(4s).held);
    CHECK(later(29s).held);
    CHECK(later(2s).page == Page::end_of_day);
}

TEST_CASE("while the feed is stale no alarm begins or ends", "[unit][wallboard]")
{
    Snapshot snapshot = board("10:00:00");
    caller_waits(snapshot.queues[0], "09:57:30");
    Alarms alarms = next_alarms({}, snapshot, moment_of(snapshot, Micros{0}));
    CHECK(alarms.level("queue/q-north") == Level::amber);
    alarms = next_alarms(alarms, snapshot, moment_of(snapshot, 5min));
    CHECK(alarms.level("queue/q-north") == Level::amber);
}

TEST_CASE("an alarm is the same one when rows come before its own, go, or change places",
          "[unit][wallboard]")
{
    Snapshot snapshot = board("10:00:00");
    snapshot.queues.push_back(line("q-third", "Third", "north"));
    for (const std::size_t i : {0u, 2u}) caller_waits(snapshot.queues[i], "09:50:00");
    snapshot.locations[1].overdue = 1;
    Alarms alarms = next_alarms({}, snapshot, moment_of(snapshot, Micros{0}));
    const auto since = [&](std::string_view subject) { return alarms.find(subject)->since; };
    const auto after = [&](Micros by) {
        snapshot.as_of += by;
        alarms = next_alarms(alarms, snapshot, moment_of(snapshot, Micros{0}));
        CHECK(since("queue/q-third") == at("10:00:00"));
        CHECK(since("overdue/harbor") == at("10:00:00"));
        std::string levels;
        for (const Level level : queue_levels(alarms, snapshot))
            levels += level == Level::red ? "r" : "-";
        return levels;
    };
    CHECK(after(1s) == "r-r");
    snapshot.queues.insert(snapshot.queues.begin(), line("q-new", "New", "north"));
    snapshot.locations.insert(snapshot.locations.begin(), office("new", "New"));
    CHECK(after(1s) == "-r-r");
    std::reverse(snapshot.queues.begin(), snapshot.queues.end());
    std::reverse(snapshot.locations.begin(), snapshot.locations.end());
    CHECK(after(1s) == "r-r-");
    CHECK(since("queue/q-north") == at("10:00:00"));
    std::erase_if(snapshot.queues, [](const Queue& one) { return one.id == "q-north"; });
    CHECK(after(1s) == "r--");
    CHECK(alarms.find("queue/q-north") == nullptr);
    CHECK(queue_of(alarms.active.front(), snapshot) == &snapshot.queues.front());
    CHECK(operator_levels(alarms, snapshot) == std::vector<Level>(3, Level::normal));
}

TEST_CASE("a wall may show some locations only, in its own order", "[unit][wallboard]")
{
    const Snapshot both = select_locations(board("10:00:00"), {"harbor", "north"});
    CHECK(both.locations[0].id == "harbor");
    CHECK(both.queues[0].id == "q-harbor");
    const Snapshot one = select_locations(board("10:00:00"), {"harbor"});
    CHECK(one.locations.size() == 1);
    CHECK(one.queues.size() == 1);
    CHECK(one.sources.size() == 1);
}
