// Are the numbers of a plot the same as a table, in the room that the plot had?

#include <catch2/catch.hpp>

#include "tests/unit/wallboard_vocabulary.hpp"
#include "wallboard/model/plot_table.hpp"

using namespace wallboard;
using namespace wallboard::test;

namespace {

TrendsView tables(std::size_t half_hours_seen, const Layout& layout, std::size_t turn = 0)
{
    Snapshot snapshot = board("13:00:00");
    snapshot.trends = {half_hours("north", half_hours_seen)};
    const Moment moment = moment_of(snapshot, Micros{0});
    return make_trends(snapshot, moment, {},
                       {.page = Page::trends, .location = {}, .turn = turn, .tables = true},
                       layout);
}

std::vector<std::string> texts(const TableRow& row)
{
    std::vector<std::string> all{row.name.full};
    for (const Cell& cell : row.cells) all.push_back(cell.text);
    return all;
}

constexpr Layout wide{Shape::wide, 1933, 1087};  // 55 inches from 4.2 m.

}  // namespace

TEST_CASE("a plot is a picture until somebody asks for its table", "[unit][wallboard][plots]")
{
    Snapshot snapshot = board("13:00:00");
    snapshot.trends = {half_hours("north", 10)};
    const TrendsView view =
        make_trends(snapshot, moment_of(snapshot, Micros{0}), {}, {.page = Page::trends}, wide);
    CHECK_FALSE(view.calls.tile.table);
    CHECK_FALSE(view.calls.tile.legend.empty());
    CHECK(tables(10, wide).calls.tile.table);
    CHECK(tables(10, wide).calls.tile.legend.empty());
}

TEST_CASE("a row of the table is a half hour with its counts", "[unit][wallboard][plots]")
{
    const Table table = *tables(10, wide).calls.tile.table;
    CHECK(table.columns.size() == 7);
    CHECK(texts(table.rows[0]) ==
          std::vector<std::string>{"08:00", "10", "8", "2", "0", "0", "all"});
    CHECK(table.box.bottom() == tables(10, wide).calls.tile.box.bottom());
}

TEST_CASE("rows that have no room take turns", "[unit][wallboard][plots]")
{
    const Table first = *tables(10, wide).service.tile.table;
    CHECK(first.more == "1\u20135 of 11");
    CHECK(first.rows.size() == 5);
    const Table second = *tables(10, wide, 1).service.tile.table;
    CHECK(second.more == "6\u201310 of 11");
    CHECK(second.rows[0].name.full == "10:30");
    const float used = (static_cast<float>(first.rows.size()) + 2) * first.pitch;
    CHECK(used <= first.box.h);
}

TEST_CASE("many columns stand on their side: a column a day", "[unit][wallboard][plots]")
{
    const Table table = *tables(10, wide).waits.tile.table;
    CHECK(table.columns.size() == 6);
    CHECK(table.columns[5].title == "Tue");
    CHECK(texts(table.rows[0]).back() == "0:15");
}

TEST_CASE("columns without room are left out from the right", "[unit][wallboard][plots]")
{
    PlotTile tile;
    tile.box = {0, 0, 400, 600};
    tile.numbers.heads = {"\u00bd hour", "offered", "answered", "abandoned"};
    tile.numbers.rows = {{"08:00", "10", "8", "2"}};
    CHECK(make_plot_table(tile, 0).columns.size() == 2);
    tile.box.w = 800;
    CHECK(make_plot_table(tile, 0).columns.size() == 4);
}

TEST_CASE("a table without numbers says why", "[unit][wallboard][plots]")
{
    Snapshot snapshot = board("13:00:00");
    const TrendsView view = make_trends(snapshot, moment_of(snapshot, Micros{0}), {},
                                        {.page = Page::trends, .tables = true}, wide);
    CHECK(view.calls.tile.table->rows.empty());
    CHECK(view.calls.tile.table->more == "no calls yet");
}
