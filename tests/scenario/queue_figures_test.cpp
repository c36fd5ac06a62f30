// Telephone Customer Service Standards, item 2 as figures (requirement TS-2c): how callers left the
// queue, what an abandon is, the service level, and the wait.

#include <catch2/catch.hpp>

#include "daemon/calendar/business_calendar.hpp"
#include "tests/support/collector.hpp"

using namespace callwatch;
using namespace callwatch::test;
using namespace std::chrono_literals;
using enum callwatch::DequeueCause;

namespace {

const QueueState& main_queue(const Collector& collector)
{
    return *collector.board().queues().find(queue("main"));
}

const QueueCounts& figures(const Collector& collector, const char* date = "2026-11-20")
{
    return main_queue(collector).counts(*parse_local_date(date));
}

/// A caller who waited so long at ten and left so.
Collector& waits(Collector& collector, const std::string& call, Micros wait, DequeueCause cause)
{
    return collector.joins(call).after(wait).leaves(call, cause);
}

}  // namespace

TEST_CASE("every caller is counted once, under the way she left", "[scenario][queue]")
{
    Collector collector;
    collector.at("10:00:00");
    for (const auto cause : {answered, abandoned, timeout, exit_key, overflow, reconciled, unknown})
        waits(collector, "c" + std::to_string(static_cast<int>(cause)), 8s, cause);
    collector.joins("waiting");

    const auto& counts = figures(collector);
    CHECK(counts.offered == 8);
    CHECK(counts.answered == 1);
    CHECK(counts.abandoned == 1);
    CHECK(counts.timed_out == 1);
    CHECK(counts.left_by_key == 1);
    CHECK(counts.left_otherwise == 3);
    CHECK(main_queue(collector).waiting.size() == 1);
}

TEST_CASE("who hangs up within five seconds is counted apart", "[scenario][queue]")
{
    Collector collector;
    collector.at("10:00:00");
    waits(collector, "c1", 4'999ms, abandoned);
    waits(collector, "c2", 5s, abandoned);
    CHECK(figures(collector).abandoned == 2);
    CHECK(figures(collector).short_abandoned == 1);
}

TEST_CASE("the service level counts those within twenty seconds, answered and abandoned apart",
          "[scenario][queue]")
{
    Collector collector;
    collector.at("10:00:00");
    waits(collector, "c1", 20s, answered);
    waits(collector, "c2", 20s + 1ms, answered);
    waits(collector, "c3", 20s, abandoned);
    waits(collector, "c4", 20s + 1ms, abandoned);
    CHECK(figures(collector).answered_in_threshold == 1);
    CHECK(figures(collector).abandoned_in_threshold == 1);
}

TEST_CASE("the wait is from joining to leaving, the longest of a finished one is kept",
          "[scenario][queue]")
{
    Collector collector;
    collector.at("10:00:00");
    waits(collector, "c1", 10s, answered);
    waits(collector, "c2", 30s, answered);
    waits(collector, "c3", 50s, abandoned);
    CHECK(figures(collector).answered_wait == 40s);
    CHECK(figures(collector).longest_wait == 50s);

    collector.joins("c4").after(5min).joins("c5");
    CHECK(main_queue(collector).oldest() == collector.now() - 5min);
}

TEST_CASE("a caller counts for the day she joined, also when she leaves after midnight",
          "[scenario][queue]")
{
    Collector collector;
    collector.at("23:59:50").joins("c1").after(20s).leaves("c1", answered);
    CHECK(figures(collector).offered == 1);
    CHECK(figures(collector).answered == 1);
    CHECK(figures(collector, "2026-11-21").offered == 0);
}

TEST_CASE("the telephone system's own list corrects who waits, and never below zero",
          "[scenario][queue]")
{
    Collector collector;
    collector.at("10:00:00").joins("c1").joins("c2").after(30s).waiting_list({"c2", "c3"});
    CHECK(main_queue(collector).waiting.size() == 2);
    CHECK(figures(collector).offered == 3);
    CHECK(figures(collector).left_otherwise == 1);

    collector.leaves("c1", abandoned);  // Had left already.
    CHECK(main_queue(collector).waiting.size() == 2);
    CHECK(figures(collector).abandoned == 0);
}

TEST_CASE("who joined after the list was made stays", "[scenario][queue]")
{
    Collector collector;
    collector.at("10:00:00").joins("c1").at("10:00:10").waiting_list({}, "10:00:00");
    CHECK(main_queue(collector).waiting.size() == 1);
}

TEST_CASE("a queue that is not configured is counted nowhere", "[scenario][queue]")
{
    Collector collector;
    collector.at("10:00:00").joins("c1", "other").leaves("c1", answered, "other");
    CHECK(collector.board().queues().find(queue("other")) == nullptr);
}
