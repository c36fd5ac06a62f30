// What belongs together is found once for each board: does a linked board read as one that is not?

#include <catch2/catch.hpp>

#include "tests/unit/wallboard_vocabulary.hpp"
#include "wallboard/model/days.hpp"
#include "wallboard/model/levels.hpp"
#include "wallboard/model/selection.hpp"
#include "wallboard/model/trend_hours.hpp"

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

TEST_CASE("a selection of a linked board is linked anew", "[unit][wallboard]")
{
    const Snapshot two = select_locations(linked(three_offices()), {"harbor", "airport"});
    REQUIRE(two.locations.size() == 2);
    CHECK(find_location(two, "harbor") == &two.locations[0]);
    CHECK(location_of(two, two.queues[0]) == &two.locations[0]);
    CHECK(known(two) == std::vector<bool>{true, false, true, false});
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
