// What walls and desks are told of alarms that people have handled: no names on the wall, nothing
// of other locations at the desk, and nothing that is forgotten. 2026-11-20 is a Friday.

#include <catch2/catch.hpp>

#include "daemon/board/board_book.hpp"
#include "daemon/board/live_rows.hpp"
#include "tests/support/collector.hpp"

using namespace callwatch;
using namespace callwatch::test;
using namespace std::chrono_literals;

namespace {

Collector with_supervisor()
{
    Collector collector;
    return collector.at("08:00:00").has_key("sue", Role::supervisor);
}

const std::map<SourceId, SourceHealth> no_sources;

BoardView view_of(const Collector& collector)
{
    return {collector.engine(), collector.now(), no_sources};
}

std::vector<std::string> names(const v1::AlarmsReply& reply)
{
    std::vector<std::string> all;
    for (const auto& row : reply.rows()) all.push_back(row.alarm());
    return all;
}

/// Walls that are told each fact as it comes.
class Walls {
public:
    explicit Walls(Collector& collector) : collector_{collector}, rows_{collector.engine()}
    {
        noted_ = collector.facts().size();
        look();
    }
    /// Rows of alarms that changed since the last look; "-" before one that was removed.
    std::vector<std::string> look()
    {
        for (; noted_ < collector_.facts().size(); ++noted_) rows_.note(collector_.facts()[noted_]);
        uptime_ += 1ms;
        if (!rows_.is_due(collector_.now(), uptime_)) return {};
        std::vector<std::string> changed;
        const auto changes = book_.update(rows_.take(view_of(collector_), uptime_), now());
        if (!changes) return changed;
        for (const auto& row : changes->rows())
            if (row.has_alarm()) changed.push_back((row.removed() ? "-" : "") + row.id());
        return changed;
    }

private:
    Instant now() const { return collector_.now(); }

    Collector& collector_;
    LiveRows rows_;
    BoardBook book_;
    std::size_t noted_ = 0;
    std::chrono::microseconds uptime_{};
};

}  // namespace

TEST_CASE("a wall is told what was done about an alarm and when, not by whom", "[unit][alarms]")
{
    auto collector = with_supervisor();
    collector.at("09:00:00").acknowledges("sue", "queue/pbx1/main");
    collector.shelves("sue", "queue/pbx1/main", "10:00:00");
    collector.shelves("sue", "route/eastside", "11:00:00");
    const auto rows = alarm_rows(view_of(collector));
    REQUIRE(rows.size() == 2);
    CHECK(rows[0].id() == "queue/pbx1/main");
    CHECK(rows[0].alarm().alarm() == "queue/pbx1/main");
    CHECK(rows[0].alarm().location_id() == "northside");
    CHECK(rows[0].alarm().acknowledged_at_us() == to_us(collector.time("09:00:00")));
    CHECK(rows[0].alarm().shelved_until_us() == to_us(collector.time("10:00:00")));
    CHECK(rows[1].alarm().location_id() == "eastside");
    CHECK(rows[1].alarm().acknowledged_at_us() == 0);
    CHECK(rows[1].alarm().shelved_until_us() == to_us(collector.time("11:00:00")));
    for (const auto& row : rows) CHECK(row.SerializeAsString().find("sue") == std::string::npos);
}

TEST_CASE("a row changes with each act, and is removed when nothing is left to tell",
          "[unit][alarms]")
{
    using Ids = std::vector<std::string>;
    auto collector = with_supervisor();
    Walls walls{collector};
    collector.acknowledges("sue", "overdue/northside");
    CHECK(walls.look() == Ids{"overdue/northside"});
    CHECK(walls.look() == Ids{});
    collector.shelves("sue", "overdue/northside", "12:00:00");
    collector.shelves("sue", "route/northside", "12:00:00");
    CHECK(walls.look() == Ids{"overdue/northside", "route/northside"});
    collector.unshelves("sue", "overdue/northside");
    collector.unshelves("sue", "route/northside");
    // Acknowledged it stays, and what was shelved only is gone.
    CHECK(walls.look() == Ids{"-route/northside", "overdue/northside"});
    collector.on("2026-11-27").at("07:59:59.999999").tick();
    CHECK(walls.look() == Ids{});
    collector.at("08:00:00").tick();  // Only time has passed.
    CHECK(walls.look() == Ids{"-overdue/northside"});
    CHECK(alarm_rows(view_of(collector)).empty());
}

TEST_CASE("the desk is told by whom, of the locations whose records it may read", "[unit][alarms]")
{
    auto collector = with_supervisor();
    collector.at("09:00:00").acknowledges("sue", "queue/pbx1/main");
    collector.shelves("sue", "operators/eastside", "10:00:00");
    using Names = std::vector<std::string>;
    const auto all = make_alarms(view_of(collector), {});
    CHECK(names(all) == Names{"operators/eastside", "queue/pbx1/main"});
    CHECK(all.now_us() == to_us(collector.now()));
    CHECK(all.rows(0).shelved_by() == "sue");
    CHECK(all.rows(0).shelved_until_us() == to_us(collector.time("10:00:00")));
    CHECK(all.rows(0).acknowledged_by().empty());
    CHECK(all.rows(1).acknowledged_by() == "sue");
    CHECK(all.rows(1).acknowledged_at_us() == to_us(collector.time("09:00:00")));
    CHECK(all.rows(1).location_id() == "northside");
    const auto reads = [](const LocationId& location) { return location.text == "northside"; };
    CHECK(names(make_alarms(view_of(collector), reads)) == Names{"queue/pbx1/main"});
    collector.on("2026-11-27").at("09:00:00").tick();
    CHECK(names(make_alarms(view_of(collector), {})).empty());
}
