// What belongs together is found once for each board: does a linked board read as one that is not?

#include <set>

#include <catch2/catch.hpp>

#include "tests/unit/wallboard_vocabulary.hpp"
#include "wallboard/model/days.hpp"
#include "wallboard/model/levels.hpp"
#include "wallboard/model/selection.hpp"
#include "wallboard/model/snapshot_slot.hpp"
#include "wallboard/model/trend_hours.hpp"
#include "wallboard/model/trends_days.hpp"

using namespace wallboard;
using namespace wallboard::test;

namespace {

/// Three offices, not in the order of their ids; nothing is heard of one of them.
Snapshot three_offices()
{
    Snapshot board = test::board("10:00:00");
    board.locations.clear();
    board.queues.clear();
    board.sources.clear();
    for (const char* id : {"north", "airport", "harbor"}) {
        board.locations.push_back(office(id, id));
        board.queues.push_back(line(std::string{id} + "-line", "Line", id));
        board.days.push_back(checked(id, Verdict::clear));
        for (const int back : {1, 0}) board.trends.push_back(half_hours(id, 4, back));
        const bool heard = std::string_view{id} != "airport";
        board.sources.push_back(source(std::string{"pbx-"} + id,
                                       heard ? SourceState::fresh : SourceState::silent, {id}));
    }
    board.queues.push_back(line("lost", "Line", "nowhere"));
    return board;
}

Snapshot linked(Snapshot board)
{
    link(board);
    return board;
}

void tell(const PlotTile& tile, std::string& all)
{
    const auto add = [&](const std::string& text) { all += text + "|"; };
    add(tile.figure);
    add(tile.badge ? tile.badge->word : "");
    add(tile.frame.words.full);
    for (const PlotGap& gap : tile.frame.gaps)
        add(std::to_string(gap.from) + "-" + std::to_string(gap.to));
    for (const std::string& head : tile.numbers.heads) add(head);
    for (const auto& row : tile.numbers.rows)
        for (const std::string& text : row) add(text);
}

/// All that the plots say.
std::string told(const TrendPlots& plots)
{
    std::string all;
    for (const PlotTile* tile :
         {&plots.calls.tile, &plots.service.tile, &plots.waits.tile, &plots.open.tile})
        tell(*tile, all);
    for (const HeatRow& row : plots.waits.map.rows) {
        all += row.name + row.words;
        for (const HeatCell& cell : row.cells) all += std::to_string(static_cast<int>(cell.state));
    }
    return all;
}

std::vector<bool> known(const Snapshot& board)
{
    std::vector<bool> all;
    for (const Location& one : board.locations) all.push_back(is_known(one, board));
    for (const Queue& one : board.queues) all.push_back(is_known(one, board));
    return all;
}

}  // namespace

TEST_CASE("a linked board knows what an unlinked one knows", "[unit][wallboard]")
{
    const Snapshot plain = three_offices();
    const Snapshot with_links = linked(plain);
    const std::vector<bool> expected{true, false, true, true, false, true, true};
    CHECK(known(plain) == expected);
    CHECK(known(with_links) == expected);
    CHECK(find_location(with_links, "nowhere") == nullptr);
    for (const Location& one : with_links.locations) {
        CHECK(find_location(with_links, one.id) == &one);
        const Day* day = day_of(with_links, one, with_links.as_of);
        REQUIRE(day != nullptr);
        CHECK(day->location_id == one.id);
        for (const Trend& row : with_links.trends)
            if (row.location_id == one.id)
                CHECK(trend_of(with_links, one, row.business_date) == &row);
        CHECK(trend_of(with_links, one, "1999-01-01") == nullptr);
    }
    CHECK(location_of(with_links, with_links.queues[1]) == &with_links.locations[1]);
    CHECK(location_of(with_links, with_links.queues[3]) == nullptr);
}

TEST_CASE("half hours that were added up once make the same plots at every time of the day",
          "[unit][wallboard][trends]")
{
    Snapshot plain = three_offices();
    for (const int back : {4, 5}) plain.trends.push_back(half_hours("harbor", 18, back));
    plain.trends[1].unseen = {{at("08:10:00"), at("08:20:00")}, {at("10:40:00"), not_said}};
    plain.trends[4].unseen = {{at("12:00:00") - 24h, at("12:40:00") - 24h}};
    plain.sources[1].silent_since = at("09:40:00");
    plain.locations[2].unreturned = 7;
    const Snapshot with_links = linked(plain);
    const TrendPlaces places = place_trends({0, 0, 1'800, 900}, 16);
    std::set<std::string> different;
    for (const auto* time : {"07:00:00", "08:00:00", "08:15:00", "09:50:00", "10:45:00", "14:30:00",
                             "16:59:59", "17:00:00", "23:00:00"}) {
        CAPTURE(time);
        const std::string today = told(make_trend_plots(plain, at(time), places));
        CHECK(told(make_trend_plots(with_links, at(time), places)) == today);
        CHECK(told(make_day_plots(with_links, at(time), places)) ==
              told(make_day_plots(plain, at(time), places)));
        different.insert(today);
    }
    CHECK(different.size() > 5);
}

TEST_CASE("locations of one id have the same rows", "[unit][wallboard]")
{
    Snapshot board = three_offices();
    board.locations.push_back(board.locations[1]);
    board.locations.push_back(office("empty", "Empty"));
    link(board);
    const Location& twin = board.locations[3];
    CHECK(day_of(board, twin, board.as_of) == &board.days[1]);
    CHECK(trend_of(board, twin, "2026-11-24") == &board.trends[3]);
    CHECK_FALSE(is_known(twin, board));
    CHECK(day_of(board, board.locations[4], board.as_of) == nullptr);
}

TEST_CASE("a board of one location has what the board says of itself", "[unit][wallboard]")
{
    Snapshot board = three_offices();
    board.revision = 7;
    board.health = Health::clock_doubt;
    board.collector.position = 9;
    board.clock_location = "harbor";
    board.alarm_acts = {{.alarm = "queue/x"}};
    board.sources.push_back(source("everywhere", SourceState::fresh, {}));
    const Snapshot one = select_locations(board, {"harbor"});
    CHECK(one.complete);
    CHECK(one.as_of == board.as_of);
    CHECK(one.revision == 7);
    CHECK(one.health == Health::clock_doubt);
    CHECK(one.collector.position == 9);
    CHECK(one.clock_location == "harbor");
    CHECK(one.alarm_acts.size() == 1);
    CHECK(one.sources.size() == 2);
    CHECK(one.queues.size() == 1);
    CHECK(one.days.size() == 1);
    CHECK(one.trends.size() == 2);
    CHECK_FALSE(one.links.made);
}

TEST_CASE("a selection of a linked board is linked anew", "[unit][wallboard]")
{
    const Snapshot two = select_locations(linked(three_offices()), {"harbor", "airport"});
    REQUIRE(two.locations.size() == 2);
    CHECK(find_location(two, "harbor") == &two.locations[0]);
    CHECK(location_of(two, two.queues[0]) == &two.locations[0]);
    CHECK(known(two) == std::vector<bool>{true, false, true, false});
}

TEST_CASE("the board before goes with the next but one, and not in a frame", "[unit][wallboard]")
{
    SnapshotSlot slot{{}};
    const auto put = [&](auto board) { slot.put({std::move(board), {}}); };
    auto first = std::make_shared<const Snapshot>();
    const std::weak_ptr<const Snapshot> gone{first};
    put(std::move(first));
    auto drawn = slot.get().snapshot;
    put(std::make_shared<const Snapshot>());
    drawn = slot.get().snapshot;
    CHECK_FALSE(gone.expired());
    put(std::make_shared<const Snapshot>());
    CHECK(gone.expired());
}

TEST_CASE("a board that is shown whole is not copied, and a part of it is made once",
          "[unit][wallboard]")
{
    const auto received = std::make_shared<const Snapshot>(linked(three_offices()));
    OwnBoard own;
    own.take(received, {});
    CHECK(&own.get() == received.get());

    own.take(received, {{"harbor"}, "harbor"});
    const Snapshot* part = &own.get();
    CHECK(part->locations.size() == 1);
    CHECK(part->clock_location == "harbor");
    own.take(received, {{"harbor"}, "harbor"});
    CHECK(&own.get() == part);

    own.take(received, {{"north", "harbor"}, {}});
    CHECK(own.get().locations.size() == 2);
    own.take(std::make_shared<const Snapshot>(test::board("10:00:01")), {});
    CHECK(own.get().as_of == test::board("10:00:01").as_of);
}
