// Does a collector that is killed and started again, at any point, come to the same ledger, and say
// nothing twice? And one that was down over closing time?

#include <catch2/catch.hpp>

#include <set>

#include "daemon/state/ledger_text.hpp"
#include "tests/support/collector.hpp"

using namespace callwatch;
using namespace callwatch::test;
using namespace std::chrono_literals;

namespace {

const auto caller = from("0217000001");
using Sentence = void (*)(Collector&);

/// A day in sentences; after any of them the collector may be killed.
const std::vector<Sentence>& a_day()
{
    static const std::vector<Sentence> sentences{
        [](Collector& c) { c.at("09:00:00").message("m1", caller, "101"); },
        [](Collector& c) { c.after(20s).listed("m1"); },
        [](Collector& c) { c.joins("q1").after(8s).leaves("q1", DequeueCause::answered); },
        [](Collector& c) { c.message("m2", from("0217000002"), "102").listed("m2"); },
        [](Collector& c) { c.at("10:00:00").answered("c", "102", "0217000001"); },
        [](Collector& c) { c.after(60s).hangs_up("c"); },
        [](Collector& c) { c.rings_out("102", "0217000002", 10s); },
        [](Collector& c) { c.heard("m2", "102").loses(2); },
        [](Collector& c) { c.message("m3", caller, "199").listed("m3"); },
        [](Collector& c) { c.at("16:55:00").lists().beat(); },
        [](Collector& c) { c.at("16:59:58").answered("d", "101", "0217000001"); },
        [](Collector& c) { c.at("17:00:00").beat(); },
        [](Collector& c) { c.at("17:00:05").beat().at("17:01:00").hangs_up("d"); },
        [](Collector& c) { c.at("17:10:00").lists().beat(); }};
    return sentences;
}

/// The day with a kill after each sentence of `after`.
Collector played(const std::set<std::size_t>& after)
{
    Collector collector;
    for (std::size_t i = 0; i < a_day().size(); ++i) {
        a_day()[i](collector);
        if (after.contains(i)) collector.restart();
    }
    return collector;
}

/// What was said, without the processes' own beginnings.
std::vector<std::string> said(const Collector& collector)
{
    auto lines = collector.told();
    std::erase_if(lines, [](const auto& line) {
        return line.find("collector test started") != std::string::npos;
    });
    return lines;
}

}  // namespace

TEST_CASE("killed after any sentence of a day, it comes to the same ledger and says nothing twice",
          "[scenario][recovery]")
{
    const auto whole = played({});
    REQUIRE(whole.verdict() == "VIOLATIONS");  // m2; m1 and m3 were returned.
    for (std::size_t i = 0; i < a_day().size(); ++i) {
        CAPTURE(i);
        const auto killed = played({i});
        CHECK(ledger_text(killed.board()) == ledger_text(whole.board()));
        CHECK(said(killed) == said(whole));
    }
}

TEST_CASE("killed after every sentence, it comes to the same ledger", "[scenario][recovery]")
{
    std::set<std::size_t> always;
    for (std::size_t i = 0; i < a_day().size(); ++i) always.insert(i);
    CHECK(ledger_text(played(always).board()) == ledger_text(played({}).board()));
}

TEST_CASE(
    "a collector down over closing time checks the day when its sources are heard, and says "
    "LATE",
    "[scenario][recovery]")
{
    Collector collector;
    collector.at("09:00:00").message("m1", caller, "101").at("16:50:00").lists().beat();
    collector.at("18:10:00").restart().tick();
    CHECK(collector.verdict() == "not checked");  // Sources are given their time.
    collector.after(5s).lists().beat();
    CHECK(collector.verdict() == "VIOLATIONS");
    CHECK(collector.day()->late);
    CHECK(collector.day()->revision == 1);
    CHECK(collector.told_about("overdue").size() == 1);
}

TEST_CASE("down over closing time and its source gone: UNKNOWN, provisionally",
          "[scenario][recovery]")
{
    Collector collector;
    collector.at("16:50:00").lists().beat().at("18:10:00").restart();
    collector.after(14999999us).tick();
    CHECK(collector.verdict() == "not checked");
    collector.after(1us).tick();
    CHECK(collector.verdict() == "UNKNOWN");
    CHECK(collector.day()->provisional);
}

TEST_CASE("a day that closed days ago is made up for when the collector is back",
          "[scenario][recovery]")
{
    Collector collector;
    collector.at("09:00:00").message("m1", caller, "101").listed("m1").beat();
    collector.on("2026-11-25").at("09:00:00").restart().lists().beat();
    for (const auto* date : {"2026-11-20", "2026-11-23", "2026-11-24"}) {
        CHECK(collector.verdict(date) == "VIOLATIONS");
        CHECK(collector.day(date)->late);
        CHECK(collector.day(date)->open.size() == 1);
    }
    CHECK(collector.verdict("2026-11-25") == "not checked");
}
