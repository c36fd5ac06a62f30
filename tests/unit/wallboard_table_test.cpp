// Is a table that does not fit shown in pages, every row once, and none cut?

#include <set>

#include <catch2/catch.hpp>

#include "wallboard/model/table.hpp"

using namespace wallboard;

TEST_CASE("a table that fits has one page and grows into its room", "[unit][wallboard]")
{
    const TablePage page = page_of_table(24 + 7 * 80, 6, 3);
    CHECK(page.pages == 1);
    CHECK(page.first == 0);
    CHECK(page.count == 6);
    CHECK(page.pitch == Approx(80));
}

TEST_CASE("every row of a long table has its turn, and each page is full", "[unit][wallboard]")
{
    for (const std::size_t rows : {7u, 10u, 40u, 41u}) {
        const float height = 24 + 7 * row_least;  // Head, five rows, foot line.
        std::set<std::size_t> shown;
        const std::size_t pages = page_of_table(height, rows, 0).pages;
        for (std::size_t turn = 0; turn < pages; ++turn) {
            const TablePage page = page_of_table(height, rows, turn);
            CHECK(page.count == 5);
            for (std::size_t i = 0; i < page.count; ++i) shown.insert(page.first + i);
        }
        CHECK(shown.size() == rows);
        CHECK(*shown.rbegin() == rows - 1);
        CHECK(page_of_table(height, rows, pages).first == 0);
    }
}

TEST_CASE("without room for two rows one is still shown at a time", "[unit][wallboard]")
{
    CHECK(page_of_table(60, 3, 0).pages == 3);
    CHECK(page_of_table(60, 3, 2).first == 2);
}
