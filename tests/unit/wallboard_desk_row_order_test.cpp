// Does a list stay as it is under the row that somebody looks at, and say how many rows would stand
// elsewhere, until O orders it anew?

#include <catch2/catch.hpp>

#include "tests/unit/desk_vocabulary.hpp"
#include "wallboard/model/desk/frame.hpp"
#include "wallboard/model/desk/list_window.hpp"
#include "wallboard/model/desk/returns.hpp"

using namespace wallboard;
using namespace wallboard::desk;
using namespace wallboard::desk::test;
using Catch::Matchers::Contains;
using Ids = std::vector<std::string_view>;
using Desk = wallboard::desk::test::Desk;

namespace {

/// Messages a to e, in this order, which were shown once.
struct Shown5 : Desk {
    Shown5()
    {
        for (const auto* id : {"a", "b", "c", "d", "e"}) left(id);
        frame();
    }
    /// The collector tells the messages in this order.
    Shown5& told(const std::string& ids)
    {
        rows.messages.clear();
        for (const char id : ids) left(std::string{id});
        frame();
        return *this;
    }
    std::size_t moved() const { return make_shown(state, known()).moved(); }
    List list() const
    {
        return make_returns(state, known(), {.shape = Shape::wide, .w = 5'050, .h = 2'840})
            .lists.at(0);
    }
    bool offers_o() const
    {
        const auto keys = make_frame(state, known(), moment_of(board, {}, {}), {}).keys;
        return std::any_of(keys.begin(), keys.end(),
                           [](const KeyHint& one) { return one.key == "O"; });
    }
};

/// A list that stood in this order, and nowhere else.
KeptList as_kept(const Ids& ids) { return {.ids = {ids.begin(), ids.end()}, .places = {}}; }

}  // namespace

TEST_CASE("rows stay in the order of before, new ones come at the end, gone ones go",
          "[unit][desk]")
{
    const auto shown = [](Ids ordered, const Ids& before) {
        const ListRows rows = merged(std::move(ordered), as_kept(before));
        std::string all;
        for (const auto& id : rows.ids) all += id;
        return all + " " + std::to_string(rows.moved);
    };
    CHECK(shown({"a", "b", "c"}, {"a", "b", "c"}) == "abc 0");
    CHECK(shown({"a", "c"}, {"a", "b", "c"}) == "ac 0");
    CHECK(shown({"a", "b", "c", "d"}, {"a", "b", "c"}) == "abcd 0");
    CHECK(shown({"d", "a", "b", "c"}, {"a", "b", "c"}) == "abcd 1");
    CHECK(shown({"x", "a", "y", "b"}, {"a", "b"}) == "abxy 2");
    CHECK(shown({"c", "b", "a"}, {"a", "b", "c"}) == "abc 2");
    CHECK(shown({}, {"a"}) == " 0");
    CHECK(shown({"a", "b"}, {}) == "ab 0");
}

TEST_CASE("one row that rises past many others is one that changed", "[unit][desk]")
{
    std::vector<std::string> names;
    for (int i = 0; i < 200; ++i) names.push_back("r" + std::to_string(i));
    const Ids before{names.begin(), names.end()};
    Ids ordered = before;
    std::rotate(ordered.begin(), ordered.end() - 1, ordered.end());
    CHECK(merged(ordered, as_kept(before)).moved == 1);
    CHECK(merged(ordered, as_kept(before)).ids == before);
    std::swap(ordered[50], ordered[150]);
    CHECK(merged(ordered, as_kept(before)).moved == 3);
}

TEST_CASE("where each row would stand is found again, and made anew once it is not so",
          "[unit][desk]")
{
    const auto again = [](const ListRows& rows) {
        return KeptList{
            .ids = {rows.ids.begin(), rows.ids.end()}, .places = rows.places, .moved = rows.moved};
    };
    const KeptList kept = again(merged({"d", "a", "b", "c"}, as_kept({"a", "b", "c", "d"})));
    CHECK(kept.places == std::vector<std::uint32_t>{1, 2, 3, 0});
    const ListRows same = merged({"d", "a", "b", "c"}, kept);
    CHECK(same.ids == Ids{"a", "b", "c", "d"});
    CHECK(same.moved == 1);
    const ListRows back = merged({"a", "b", "c", "d"}, kept);
    CHECK(back.ids == Ids{"a", "b", "c", "d"});
    CHECK(back.moved == 0);
    const ListRows other = merged({"d", "x", "b", "c"}, kept);
    CHECK(other.ids == Ids{"b", "c", "d", "x"});
    CHECK(other.moved == 2);
}

TEST_CASE("an id that is told twice is shown twice", "[unit][desk]")
{
    CHECK(merged({"a", "b", "a"}, as_kept({"b", "a"})).ids.size() == 3);
    CHECK(merged({"a", "b"}, as_kept({"a", "a", "b"})).ids == Ids{"a", "b"});
}

TEST_CASE("the list does not re-sort under the selected row until O is pressed", "[unit][desk]")
{
    Shown5 desk;
    desk.touch(ChooseRow{"c"});
    CHECK(desk.told("eabcd").shown() == "a b c d e");
    CHECK(desk.moved() == 1);
    CHECK(desk.told("xeadcb").shown() == "a b c d e x");
    CHECK(desk.told("xcead").shown() == "a c d e x");
    desk.touch(ChooseRow{"e"});
    desk.told("xade");
    desk.press("O");
    CHECK(desk.shown() == "x a d e");
    CHECK(desk.selected() == "e");
    CHECK(desk.moved() == 0);
    CHECK(desk.told("exad").shown() == "x a d e");
}

TEST_CASE("the first row, which nobody chose, is not taken from under somebody's eyes either",
          "[unit][desk]")
{
    Shown5 desk;
    CHECK(desk.told("eabcd").selected() == "a");
    CHECK(desk.shown() == "a b c d e");
    desk.press("o");
    CHECK(desk.shown() == "e a b c d");
    CHECK(desk.selected() == "a");
}

TEST_CASE("a desk that nobody has touched for a minute orders its list anew", "[unit][desk]")
{
    Shown5 desk;
    const auto after = [&](Micros wait, const std::string& told) {
        desk.now += wait;
        return desk.told(told).moved();
    };
    CHECK(after(59s, "ebcda") == 2);
    desk.press("/");  // A key begins another minute.
    desk.escape();
    CHECK(after(59s, "edcba") > 0);

    SECTION("but not under a form")
    {
        desk.press("t");
        CHECK(after(120s, "edcba") > 0);
    }
    SECTION("and then shows the first row of the new order")
    {
        CHECK(after(1s, "edcba") == 0);
        CHECK(desk.selected() == "e");
    }
}

TEST_CASE("where the selected row goes the new order is taken, and its first row", "[unit][desk]")
{
    Shown5 desk;
    desk.touch(ChooseRow{"c"});
    CHECK(desk.told("edba").shown() == "e d b a");
    CHECK(desk.selected() == "e");
    CHECK(desk.told("bade").shown() == "e d b a");
    CHECK(desk.told("bad").shown() == "b a d");
}

TEST_CASE("another page, location or search takes the new order", "[unit][desk]")
{
    const auto after = [](auto touch) {
        Shown5 desk;
        desk.told("edcba");
        CHECK(desk.shown() == "a b c d e");
        touch(desk);
        return desk.shown();
    };
    CHECK(after([](Desk& desk) { desk.press("42"); }) == "e d c b a");
    CHECK(after([](Desk& desk) { desk.touch(ChooseLocation{"north"}); }) == "e d c b a");
    CHECK(after([](Desk& desk) { desk.press("/ada"); }) == "e d c b a");
    CHECK(after([](Desk& desk) { desk.press(Key::down); }) == "a b c d e");
    CHECK(after([](Desk& desk) { desk.press("r"); }) == "a b c d e");
}

TEST_CASE("arrows go through the rows as they are shown", "[unit][desk]")
{
    Shown5 desk;
    desk.told("edcba");
    desk.press(Key::down);
    CHECK(desk.selected() == "b");
    desk.press(Key::end);
    CHECK(desk.selected() == "e");
}

TEST_CASE("how many rows changed is said in the list, and O among the keys that work",
          "[unit][desk]")
{
    Shown5 desk;
    CHECK(desk.list().more.empty());
    CHECK_FALSE(desk.offers_o());
    desk.told("eabcd");
    CHECK(desk.list().more == "1 row changed, press O to re-order");
    CHECK(desk.list().more_touch == Touch{letter(U'o')});
    CHECK(desk.offers_o());
    desk.told("edcba");
    CHECK(desk.list().more == "4 rows changed, press O to re-order");
    for (int i = 0; i < 40; ++i) desk.left("m" + std::to_string(i));
    CHECK_THAT(desk.list().more, Contains(" of 45; 4 rows changed, press O to re-order"));
    desk.press("o");
    CHECK_FALSE(desk.offers_o());
}

TEST_CASE("the line that says so has room, also where all rows just fit", "[unit][desk]")
{
    List list;
    list.box.h = list_head + 5 * list_pitch;
    const Ids ids{"a", "b", "c", "d", "e"};
    CHECK(window_of(list, ids, "a").count == 5);
    list.moved = 1;
    CHECK(window_of(list, ids, "a").count == 4);
    CHECK(window_of(list, {"a", "b", "c", "d"}, "a").count == 4);
}

TEST_CASE("rows that are still on their way are not taken for gone", "[unit][desk]")
{
    Shown5 desk;
    desk.touch(ChooseRow{"e"});
    desk.rows.messages_partial = true;
    desk.told("ba");
    desk.rows.messages_partial = false;
    CHECK(desk.told("bacde").shown() == "a b c d e");
    CHECK(desk.selected() == "e");
}

TEST_CASE("before a page is answered no order is kept", "[unit][desk]")
{
    Desk desk;
    desk.rows.people.clear();
    desk.page(Page::team);
    desk.rows.operators["north"] = {{.device = {}, .person = "p1", .state = {}, .evidence = {}},
                                    {.device = {}, .person = "p2", .state = {}, .evidence = {}}};
    CHECK(desk.frame().shown() == "p1 p2");
    desk.knows("p1", "Zoë Kowalczyk");
    desk.knows("p2", "Ada Ruiz");
    desk.rows.people_known = {"north"};
    CHECK(desk.frame().shown() == "p2 p1");
    desk.knows("p3", "Adam Ba");
    desk.rows.people[0].name = "Abe Ba";
    CHECK(desk.frame().shown() == "p2 p1 p3");
}

TEST_CASE("each list of a page keeps its order for itself", "[unit][desk]")
{
    Desk desk;
    desk.page(Page::departures);
    desk.departed("one", "leo");
    desk.departed("two", "mona");
    CHECK(desk.frame().shown() == "one two");
    std::swap(desk.rows.departures[0], desk.rows.departures[1]);
    desk.departed("three", "nina");
    desk.rows.departures[1].state = "CONFIRMED";
    desk.rows.departures[1].confirmed_at = at("09:30:00");
    desk.touch(ChooseRow{"two"});
    // What was confirmed stands among those that are over.
    CHECK(desk.frame().shown() == "two three one");
}

TEST_CASE("of ten thousand rows the order is kept, and of no more", "[unit][desk]")
{
    Desk desk;
    desk.rows.messages.resize(10'001);
    desk.frame();
    REQUIRE(desk.state.kept);
    CHECK(desk.state.kept->lists[0].ids.size() == rows_max);
}
