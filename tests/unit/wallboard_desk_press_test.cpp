// Pages, rows, what is searched for, and deeds that one key records: does each touch do what it
// says, and no more?

#include <catch2/catch.hpp>

#include "tests/unit/desk_vocabulary.hpp"

using namespace wallboard;
using namespace wallboard::desk;
using namespace wallboard::desk::test;
using Desk = wallboard::desk::test::Desk;

namespace {

/// Twenty-five messages, m1 to m25.
Desk busy_desk()
{
    Desk desk;
    desk.knows("ada", "Ada Ruiz");
    for (int i = 1; i <= 25; ++i) desk.left("m" + std::to_string(i));
    return desk;
}

}  // namespace

TEST_CASE("digits choose the page, and staff have their messages only", "[unit][desk]")
{
    Desk desk;
    for (std::size_t i = 0; i < all_pages.size(); ++i) {
        desk.press(utf8(static_cast<char32_t>(U'1' + i)));
        CHECK(desk.state.page == all_pages.at(i));
    }
    desk.press("90");
    CHECK(desk.state.page == Page::health);

    Desk staff{"staff"};
    staff.press("1345678");
    CHECK(staff.state.page == Page::returns);
    CHECK(pages_of(staff.state.me) == std::vector{Page::returns});
    CHECK(pages_of({"mia", "manager"}).size() == all_pages.size());
    CHECK(pages_of({}).size() == all_pages.size());
}

TEST_CASE("arrows, pages and ends go through the rows and stop at the last", "[unit][desk]")
{
    Desk desk = busy_desk();
    CHECK(desk.selected() == "m1");
    desk.press(Key::up);
    CHECK(desk.selected() == "m1");
    desk.press(Key::down);
    CHECK(desk.selected() == "m2");
    desk.press(Key::tab);
    CHECK(desk.selected() == "m3");
    desk.press(Key::back_tab);
    CHECK(desk.selected() == "m2");
    desk.press(Key::page_down);
    CHECK(desk.selected() == "m12");
    desk.press(Key::page_down);
    desk.press(Key::page_down);
    CHECK(desk.selected() == "m25");
    desk.press(Key::page_up);
    CHECK(desk.selected() == "m15");
    desk.press(Key::home);
    CHECK(desk.selected() == "m1");
    desk.press(Key::end);
    CHECK(desk.selected() == "m25");
    desk.press(Key::down);
    CHECK(desk.selected() == "m25");
}

TEST_CASE("each page remembers its row", "[unit][desk]")
{
    Desk desk = busy_desk();
    desk.departed("box-1", "leo");
    desk.departed("box-2", "mona");
    desk.press(Key::down);
    desk.press("4");
    desk.press(Key::down);
    CHECK(desk.selected() == "box-2");
    desk.press("2");
    CHECK(desk.selected() == "m2");
    desk.touch(ChooseRow{"m9"});
    CHECK(desk.selected() == "m9");
}

TEST_CASE("left and right go through all locations and each of them", "[unit][desk]")
{
    Desk desk;
    desk.left("n", "ada", "north");
    desk.left("h", "ada", "harbor");
    CHECK(desk.shown() == "n h");
    desk.press(Key::right);
    CHECK(desk.state.location == "north");
    CHECK(desk.shown() == "n");
    desk.press(Key::right);
    CHECK(desk.shown() == "h");
    desk.press(Key::right);
    CHECK(desk.shown() == "n h");
    desk.press(Key::left);
    CHECK(desk.shown() == "h");
    desk.touch(ChooseLocation{});
    CHECK(desk.shown() == "n h");
    desk.touch(ChooseLocation{"north"});
    CHECK(desk.shown() == "n");
}

TEST_CASE("on a page of one location left and right change the one that is shown", "[unit][desk]")
{
    const auto page = GENERATE(Page::end_of_day, Page::greetings, Page::team);
    Desk desk;
    desk.board.locations.push_back(wallboard::test::office("hill", "Hill"));
    desk.board.days = {wallboard::test::checked("harbor", Verdict::clear)};
    desk.page(page);
    if (page == Page::end_of_day) {
        REQUIRE(location_shown(desk.state, desk.known()) == "harbor");
    } else {
        REQUIRE(location_shown(desk.state, desk.known()) == "north");
        desk.press(Key::right);
    }
    desk.press(Key::right);
    CHECK(location_shown(desk.state, desk.known()) == "hill");
    desk.press(Key::right);
    CHECK(location_shown(desk.state, desk.known()) == "north");
    desk.press(Key::left);
    CHECK(location_shown(desk.state, desk.known()) == "hill");
}

TEST_CASE("a key does not hide staff's messages behind a location that they are not shown",
          "[unit][desk]")
{
    Desk desk{"staff"};
    desk.left("m", "sam", "harbor");
    desk.press(Key::right);
    CHECK(desk.shown() == "m");
}

TEST_CASE("a slash begins to search, Enter keeps what was found, Esc shows all", "[unit][desk]")
{
    Desk desk;
    desk.knows("ada", "Ada Ruiz");
    desk.knows("zoe", "Zoë Kowalczyk");
    desk.left("m1", "ada");
    desk.left("m2", "zoe");
    desk.press("/");
    CHECK(desk.state.is_finding);
    desk.press("kowal");
    CHECK(desk.shown() == "m2");
    desk.enter();
    CHECK_FALSE(desk.state.is_finding);
    CHECK(desk.shown() == "m2");
    desk.press("/");
    desk.press(Key::backspace);
    CHECK(desk.state.find.text() == "kowa");
    desk.escape();
    CHECK_FALSE(desk.state.is_finding);
    CHECK(desk.shown() == "m1 m2");

    desk.press("/2");
    CHECK(desk.state.page == Page::returns);
    CHECK(desk.state.find.text() == "2");
    desk.press(Key::down);
    CHECK_FALSE(desk.state.is_finding);
    desk.escape();
    CHECK(desk.state.find.empty());
}

TEST_CASE("what is searched for is no deed", "[unit][desk]")
{
    Desk desk = busy_desk();
    desk.press("/crtxdvou");
    CHECK(desk.orders.empty());
    CHECK_FALSE(desk.state.form);
}

TEST_CASE("one key claims a message, once, until there is an answer", "[unit][desk]")
{
    Desk desk;
    desk.knows("ada", "Ada Ruiz");
    desk.left("m1");
    const auto order = desk.press("c");
    REQUIRE(order);
    CHECK(order->deed == Deed::claim);
    CHECK(order->subject == "m1");
    CHECK(order->number == 1);
    CHECK(order->command_id == "command-1");
    CHECK(order->said == "claimed: Ada Ruiz");
    CHECK(desk.state.pending("m1") != nullptr);
    CHECK_FALSE(desk.press("cC"));

    desk.recorded(*order);
    CHECK(desk.state.pending("m1") == nullptr);
    desk.rows.messages[0].claimed_by = "sam";
    const auto release = desk.press("C");
    REQUIRE(release);
    CHECK(release->deed == Deed::release);
    CHECK(release->number == 2);
    CHECK(release->said == "claim given up: Ada Ruiz");
}

TEST_CASE("without a key of a person nothing can be recorded", "[unit][desk]")
{
    Desk desk{"", ""};
    desk.left("m1");
    desk.checked("north", "CLEAR");
    desk.departed("box", "leo");
    for (const char page : {'2', '3', '4', '5'}) {
        desk.press(std::string{page});
        for (char32_t key = U'a'; key <= U'z'; ++key) CHECK_FALSE(desk.touch(letter(key)));
        CHECK_FALSE(desk.state.form);
    }
}

TEST_CASE("notices are bounded, and an answered one goes before one on its way", "[unit][desk]")
{
    Desk desk;
    for (std::size_t i = 0; i < notices_max + 5; ++i) desk.left("m" + std::to_string(i));
    for (std::size_t i = 0; i < notices_max; ++i) {
        desk.touch(ChooseRow{"m" + std::to_string(i)});
        REQUIRE(desk.press("c"));
    }
    CHECK(desk.state.notices.size() == notices_max);
    desk.recorded(desk.orders[3]);
    desk.touch(ChooseRow{"m" + std::to_string(notices_max)});
    REQUIRE(desk.press("c"));
    CHECK(desk.state.notices.size() == notices_max);
    for (const Notice& notice : desk.state.notices) CHECK(notice.order.number != 4);
    CHECK(desk.state.notices.front().order.number == 1);
}

TEST_CASE("no order goes out of sight while it is on its way", "[unit][desk]")
{
    Desk desk;
    for (std::size_t i = 0; i <= notices_max; ++i) desk.left("m" + std::to_string(i));
    for (std::size_t i = 0; i <= notices_max; ++i) {
        desk.touch(ChooseRow{"m" + std::to_string(i)});
        desk.press("c");
    }
    for (const Order& order : desk.orders) CHECK(desk.state.pending(order.subject) != nullptr);

    desk.press("r");
    desk.type("by telephone").enter();
    CHECK_FALSE(desk.press("y"));
    CHECK(desk.form().missing ==
          "too much waits for an answer: try again when the collector is back");
    desk.recorded(desk.orders.front());
    CHECK(desk.press("y"));
}

TEST_CASE("Esc clears the answered notices and keeps those on their way", "[unit][desk]")
{
    Desk desk = busy_desk();
    desk.press("c");
    desk.press(Key::down);
    desk.press("c");
    desk.recorded(desk.orders[0]);
    desk.escape();
    REQUIRE(desk.state.notices.size() == 1);
    CHECK(desk.state.notices[0].order.number == 2);
}

TEST_CASE("an answer to nothing changes nothing", "[unit][desk]")
{
    Desk desk = busy_desk();
    desk.press("c");
    settle(desk.state, {.number = 99, .done = true, .code = {}, .text = {}}, desk.now);
    CHECK_FALSE(desk.state.notices[0].outcome);
}
