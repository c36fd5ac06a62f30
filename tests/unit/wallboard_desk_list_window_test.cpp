// Which rows of a long list are shown, and how are times told beside them?

#include <catch2/catch.hpp>

#include "tests/unit/desk_vocabulary.hpp"
#include "wallboard/model/desk/list_window.hpp"

using namespace wallboard;
using namespace wallboard::desk;
using namespace wallboard::desk::test;
using Desk = wallboard::desk::test::Desk;

namespace {

/// A list with room for so many lines.
List list_of(int lines, const std::string& title = {})
{
    List list;
    list.title = title;
    list.box.h =
        list_head + (title.empty() ? 0 : list_head) + static_cast<float>(lines) * list_pitch;
    return list;
}

/// r1 to rN.
std::vector<std::string> rows(int n)
{
    std::vector<std::string> ids;
    for (int i = 1; i <= n; ++i) ids.push_back("r" + std::to_string(i));
    return ids;
}

Window window_among(const List& list, int n, const std::string& selected)
{
    const auto ids = rows(n);
    return window_of(list, {ids.begin(), ids.end()}, selected);
}

std::string window(const List& list, int n, const std::string& selected)
{
    const Window one = window_among(list, n, selected);
    return std::to_string(one.first + 1) + "+" + std::to_string(one.count);
}

}  // namespace

TEST_CASE("what fits is shown whole", "[unit][desk]")
{
    CHECK(window(list_of(5), 5, "r5") == "1+5");
    CHECK(window(list_of(5, "title"), 5, "r1") == "1+5");
    CHECK(window_of(list_of(5), {}, "").count == 0);
}

TEST_CASE("a longer list is shown in pages, the one with the selected row, and a line that says so",
          "[unit][desk]")
{
    CHECK(window(list_of(5), 6, "r1") == "1+4");
    CHECK(window(list_of(5), 6, "r4") == "1+4");
    CHECK(window(list_of(5), 6, "r5") == "5+2");
    CHECK(window(list_of(5), 20, "r20") == "17+4");
    CHECK(window(list_of(5), 20, "gone") == "1+4");
}

TEST_CASE("the selected row is shown however small the box, and each row is on one page only",
          "[unit][desk]")
{
    for (int lines = -1; lines < 12; ++lines)
        for (int n = 1; n < 30; ++n) {
            int shown = 0;
            for (int i = 1; i <= n; ++i) {
                const Window one = window_among(list_of(lines), n, "r" + std::to_string(i));
                CHECK(one.count >= 1);
                CHECK(one.first + one.count <= static_cast<std::size_t>(n));
                const auto index = static_cast<std::size_t>(i - 1);
                REQUIRE(one.first <= index);
                REQUIRE(index < one.first + one.count);
                if (index == one.first) shown += static_cast<int>(one.count);
            }
            CHECK(shown == n);
        }
}

TEST_CASE("a part of a list says which rows it is, and which one is selected", "[unit][desk]")
{
    List list;
    for (const auto* id : {"r5", "r6"}) list.rows.push_back({.id = id, .cells = {}});
    finish(list, {4, 2}, 1'206, "r6");
    CHECK(list.selected == 1U);
    CHECK(list.more == "rows 5 to 6 of 1\u2009206");

    List whole;
    whole.rows.push_back({.id = "r1", .cells = {}});
    finish(whole, {0, 1}, 1, "none of them");
    CHECK_FALSE(whole.selected);
    CHECK(whole.more.empty());
}

TEST_CASE("a deadline is told as the time that is left, and as how late it is", "[unit][desk]")
{
    Desk desk;
    const auto words = [&](Micros from_now) {
        return deadline_words(desk.known(), "north", desk.now + from_now);
    };
    CHECK(words(28min) == "28 min left");
    CHECK(words(59s) == "0 min left");
    CHECK(words(3h + 7min) == "3 h 07 left");
    CHECK(words(10h - 1s) == "9 h 59 left");
    CHECK(words(10h) == "20:00");
    CHECK(words(31h) == "Wed 17:00");
    CHECK(words(0s) == "0 min late");
    CHECK(words(-5min) == "5 min late");
    CHECK(words(-23h - 31min) == "23 h 31 late");
    CHECK(words(-47h - 59min) == "47 h 59 late");
    CHECK(words(-50h) == "2 d 2 h late");
    CHECK(deadline_words(desk.known(), "north", not_said) == "\u2013");
}

TEST_CASE("times are local to their place, and what was not said is a dash", "[unit][desk]")
{
    Desk desk;
    desk.board.locations[1].utc_offset = -5h;
    CHECK(local_time(desk.known(), "north", at("09:00:00")) == "09:00");
    CHECK(local_time(desk.known(), "harbor", at("09:00:00")) == "10:00");
    CHECK(local_time(desk.known(), "nowhere", at("09:00:00")) == "15:00");
    CHECK(local_time(desk.known(), "north", at("15:42:00") - 24h) == "Mon 15:42");
    CHECK(local_time(desk.known(), "north", not_said) == "\u2013");
    CHECK(local_clock(desk.known(), "north", at("15:42:00") - 24h) == "15:42");
    CHECK(local_clock(desk.known(), "north", not_said) == "\u2013");
}

TEST_CASE("a place is called by its name, else by its id", "[unit][desk]")
{
    Desk desk;
    desk.board.locations[0].short_name = "N";
    CHECK(place_label(desk.known(), "north") == Label{"Northside", "N"});
    CHECK(place_label(desk.known(), "nowhere") == Label{"nowhere", ""});
}
