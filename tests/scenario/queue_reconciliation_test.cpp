// Does the queue's depth stay true when events are lost, come twice or come beside a list?
// Invariant I8: depth = joins − leaves, those that a list put right included, and never below zero.

#include <catch2/catch.hpp>

#include "tests/support/collector.hpp"

using namespace callwatch;
using namespace callwatch::test;
using namespace std::chrono_literals;
using Lines = std::vector<std::string>;

namespace {

std::vector<std::string> waiting(const Collector& collector)
{
    std::vector<std::string> calls;
    if (const auto* state = collector.board().queues().find(queue("main")))
        for (const auto& [call, one] : state->waiting) calls.push_back(call.text.str());
    return calls;
}

const QueueCounts& today(const Collector& collector)
{
    return collector.board()
        .queues()
        .find(queue("main"))
        ->counts(parse_local_date("2026-11-20").value());
}

/// One caller served, one given up, one still waiting.
void tell_morning(Collector& collector)
{
    collector.at("09:00:00").joins("c1").at("09:00:10").leaves("c1", DequeueCause::answered);
    collector.at("09:01:00").joins("c2").at("09:01:30").leaves("c2", DequeueCause::abandoned);
    collector.at("09:02:00").joins("c3");
}

/// The same words with the same times, told by a bridge that began a new spool.
void tell_again(Collector& collector, const std::string& now)
{
    collector.new_spool().at(now);
    collector.says_of("09:00:00", CallQueued{{"pbx1/c1"}, queue("main"), {}});
    collector.says_of("09:00:10",
                      CallDequeued{{"pbx1/c1"}, queue("main"), DequeueCause::answered, {}});
    collector.says_of("09:01:00", CallQueued{{"pbx1/c2"}, queue("main"), {}});
    collector.says_of("09:01:30",
                      CallDequeued{{"pbx1/c2"}, queue("main"), DequeueCause::abandoned, {}});
    collector.says_of("09:02:00", CallQueued{{"pbx1/c3"}, queue("main"), {}});
}

}  // namespace

TEST_CASE("a day told again from a new spool counts no caller twice", "[scenario][queue]")
{
    Collector collector;
    tell_morning(collector);
    const auto once = today(collector);
    tell_again(collector, "09:03:00");

    CHECK(today(collector) == once);
    CHECK(waiting(collector) == Lines{"pbx1/c3"});

    collector.restart();
    tell_again(collector, "09:04:00");
    CHECK(today(collector) == once);
}

TEST_CASE("a caller who comes back to the queue is counted again, once", "[scenario][queue]")
{
    Collector collector;
    collector.at("09:00:00").joins("c").at("09:00:20").leaves("c", DequeueCause::answered);
    collector.at("09:05:00").joins("c");
    CHECK(today(collector).offered == 2);

    // Told again while the second visit is on: the first one's end is not the second one's.
    collector.new_spool().at("09:06:00");
    collector.says_of("09:00:00", CallQueued{{"pbx1/c"}, queue("main"), {}});
    collector.says_of("09:00:20",
                      CallDequeued{{"pbx1/c"}, queue("main"), DequeueCause::answered, {}});
    CHECK(waiting(collector) == Lines{"pbx1/c"});
    CHECK(today(collector).offered == 2);
    CHECK(today(collector).answered == 1);

    collector.at("09:07:00").leaves("c", DequeueCause::abandoned);
    CHECK(waiting(collector).empty());
    CHECK(today(collector).abandoned == 1);
}

TEST_CASE("a list puts right what was lost: the absent leave as RECONCILED, the found ones join",
          "[scenario][queue]")
{
    Collector collector;
    collector.at("09:00:00").joins("c1").joins("c2");
    collector.at("09:01:00").loses(3).waiting_list({"c2", "c3"});

    CHECK(waiting(collector) == Lines{"pbx1/c2", "pbx1/c3"});
    CHECK(collector.told_about("reconciled") ==
          Lines{"15:01:00.000 pbx1/c1 left pbx1/main: reconciled after 0.0 s"});
    CHECK(today(collector).offered == 3);
    CHECK(today(collector).answered == 0);
    CHECK(today(collector).abandoned == 0);
    CHECK(today(collector).left_otherwise == 1);
    const auto& state = *collector.board().queues().find(queue("main"));
    CHECK(state.joins - state.leaves == state.waiting.size());
}

TEST_CASE("what is heard after a list was made wins over it", "[scenario][queue]")
{
    Collector collector;
    collector.at("09:00:00").joins("c1").at("09:00:30").leaves("c1", DequeueCause::answered);
    collector.at("09:00:31").joins("c2");
    SECTION("a list from before the one left and the other came")
    {
        collector.at("09:00:32").waiting_list({"c1"}, "09:00:29");
        CHECK(waiting(collector) == Lines{"pbx1/c2"});
        CHECK(today(collector).offered == 2);
    }
    SECTION("a list of the very moment they did")
    {
        collector.at("09:00:32").waiting_list({"c1"}, "09:00:30");
        CHECK(waiting(collector) == Lines{"pbx1/c2"});
    }
    SECTION("a newer list that still has the one who left: the telephone system is right")
    {
        collector.at("09:00:32").waiting_list({"c1", "c2"}, "09:00:32");
        CHECK(waiting(collector) == Lines{"pbx1/c1", "pbx1/c2"});
    }
}

TEST_CASE("a departure nobody waited for leaves the depth at zero", "[scenario][queue]")
{
    Collector collector;
    collector.at("09:00:00").leaves("c0", DequeueCause::abandoned).joins("c1");
    collector.leaves("c1", DequeueCause::answered).leaves("c1", DequeueCause::answered);
    CHECK(waiting(collector).empty());
    CHECK(today(collector).answered == 1);
    CHECK(today(collector).abandoned == 0);
}

TEST_CASE("a list of members puts right who is logged on, and leaves what is newer",
          "[scenario][queue]")
{
    Collector collector;
    const auto member = [&](const std::string& device) {
        return collector.board().operators().find(phone(device))->queues;
    };
    collector.at("09:00:00").member_list({{.agent = phone("101")}, {.agent = phone("102")}});
    collector.at("09:05:00").pauses("101").logs_off("102");

    collector.at("09:05:10")
        .member_list({{.agent = phone("101")}, {.agent = phone("102")}}, "09:04:59");
    CHECK(member("101").at(queue("main")).paused);
    CHECK(member("102").empty());

    collector.at("09:06:00").member_list({{.agent = phone("103")}});
    CHECK(member("101").empty());
    CHECK(member("103").contains(queue("main")));
}

TEST_CASE("a day of members told again changes nobody's present state", "[scenario][queue]")
{
    Collector collector;
    collector.at("09:00:00").logs_on("101").at("09:10:00").pauses("101");
    collector.at("09:20:00").resumes("101");
    const auto before = collector.board().operators();
    collector.new_spool().at("09:30:00");
    collector.says_of("09:00:00", AgentLoggedOn{phone("101"), {queue("main")}});
    collector.says_of("09:10:00", AgentNotReady{phone("101"), queue("main"), "lunch"});
    CHECK(collector.board().operators() == before);
}
