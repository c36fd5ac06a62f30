// What was returned in the last hour stands under what is open: when, whose, and how it is known,
// seen apart from said. It asks for nothing, so no deed is offered for it.

#include <catch2/catch.hpp>

#include "tests/unit/desk_vocabulary.hpp"
#include "wallboard/model/desk/frame.hpp"
#include "wallboard/model/desk/message_life.hpp"
#include "wallboard/model/desk/returns.hpp"

using namespace wallboard;
using namespace wallboard::desk;
using namespace wallboard::desk::test;
using Catch::Matchers::Contains;
using Desk = wallboard::desk::test::Desk;

namespace {

constexpr Layout wide{.shape = Shape::wide, .w = 5'050, .h = 2'840};
constexpr Layout narrow{.shape = Shape::wide, .w = 3'370, .h = 1'890};

struct Returned : Desk {
    Returned()
    {
        knows("ada", "Ada Ruiz");
        knows("ben", "Ben Okoye");
    }
    /// Returned at this time by a call that was seen.
    Message& closed(const std::string& id, const std::string& time, const std::string& by = "ada")
    {
        Message message = left(id);
        rows.messages.pop_back();
        message.state = "RETURNED";
        message.history = {{.at = at("09:00:00"),
                            .what = "left",
                            .by = {},
                            .evidence = {},
                            .detail = {},
                            .remark = {}},
                           {.at = at(time),
                            .what = "returned",
                            .by = by,
                            .evidence = "sw1/88412",
                            .detail = {},
                            .remark = {}}};
        return rows.closed.emplace_back(std::move(message));
    }
    /// A person's word: no call was seen.
    Message& asserted(const std::string& id, const std::string& time, const std::string& by)
    {
        Message& message = closed(id, time, by);
        message.history.back().evidence.clear();
        message.history.back().detail = "asserted, by delegate";
        return message;
    }
    PageParts page(const Layout& layout = wide) const
    {
        return make_returns(state, known(), layout);
    }
    List list(const Layout& layout = wide) const { return page(layout).lists.at(1); }
    /// What the first row says, cell by cell.
    std::string row(const Layout& layout = wide) const
    {
        std::string all;
        const List all_rows = list(layout);
        for (const Cell& cell : all_rows.rows.at(0).cells) {
            const std::string text = cell.badge ? "[" + cell.badge->word + "]" : cell.text;
            all += (all.empty() ? "" : " | ") + text + (cell.unit.empty() ? "" : "/" + cell.unit);
        }
        return all;
    }
};

std::size_t rows_seen(const List& list) { return list.rows.size(); }

}  // namespace

TEST_CASE("a call that was seen stands apart from what somebody said", "[unit][desk]")
{
    Returned desk;
    desk.closed("m1", "09:40:00");
    CHECK(desk.row() == "seen | 09:40 | Ada Ruiz | Northside | •• 41 | call seen, by Ada Ruiz | ");
    CHECK(desk.list().rows[0].cells[0].mark == Mark::tick);
    CHECK_FALSE(desk.list().rows[0].is_said);
    CHECK(desk.list().rows[0].quiet);
    CHECK(desk.list().title == "Returned in the last hour");
    desk.rows.closed.clear();
    desk.asserted("m2", "09:50:00", "ben");
    CHECK(desk.row() == "said | 09:50 | Ada Ruiz | Northside | •• 41 | said by Ben Okoye | ");
    CHECK(desk.list().rows[0].is_said);
    CHECK(desk.list().rows[0].cells[0].mark == Mark::none);
    CHECK(desk.row(narrow) == "said | 09:50 | Ada Ruiz/said by Ben Okoye | ");
    desk.rows.closed[0].history.back().what = "resolved";
    desk.rows.closed[0].history.back().detail = "no_reply_needed";
    CHECK_THAT(desk.row(), Contains("resolved | 09:50") && Contains("said by Ben Okoye"));
    CHECK(desk.list().title == "Returned or resolved in the last hour");
}

TEST_CASE("returned and still new in the mailbox is a warning, in the row and in its life",
          "[unit][desk]")
{
    Returned desk;
    desk.closed("m1", "09:40:00");
    CHECK(desk.list().rows[0].standing == Standing::normal);
    desk.rows.closed[0].flags = {"RETURNED_STILL_NEW"};
    CHECK(desk.list().rows[0].standing == Standing::warning);
    CHECK_THAT(desk.row(), Contains("[still new]"));
    CHECK_THAT(desk.row(narrow), Contains("[still new]"));
    const auto items = life_of(desk.state, desk.known(), desk.rows.closed[0]);
    CHECK(std::any_of(items.begin(), items.end(), [](const PanelItem& item) {
        const auto* remark = std::get_if<Remark>(&item);
        return remark != nullptr && remark->text == "Returned, still new in the mailbox" &&
               remark->standing == Standing::warning;
    }));
}

TEST_CASE("the last hour is shown, the last one first", "[unit][desk]")
{
    Returned desk;
    desk.left("open");
    desk.closed("early", "09:00:00");
    desk.closed("first", "09:00:01");
    desk.closed("last", "09:59:00");
    CHECK(desk.shown() == "open last first");
    desk.now += 1s;
    CHECK(desk.shown() == "open last");
    desk.rows.closed[2].history.push_back({.at = at("09:59:30"),
                                           .what = "reopened",
                                           .by = {},
                                           .evidence = {},
                                           .detail = {},
                                           .remark = {}});
    CHECK(desk.shown() == "open");
}

TEST_CASE("what was returned is found, of the chosen location, and offers no deed", "[unit][desk]")
{
    Returned desk;
    desk.left("open", "ben");
    desk.closed("m1", "09:40:00");
    desk.closed("m2", "09:30:00").location = "harbor";
    desk.state.find = TextField{"ruiz"};
    CHECK(desk.shown() == "m1 m2");
    CHECK(desk.offered().empty());
    desk.touch(ChooseLocation{"harbor"});
    CHECK(desk.shown() == "m2");
    desk.state.find.clear();
    desk.touch(ChooseLocation{});
    CHECK_FALSE(desk.offered().empty());
    desk.touch(ChooseRow{"m1"});
    CHECK(desk.offered().empty());
    CHECK(std::get<Heading>(desk.page().panel.items.at(0)).text.full == "Message to Ada Ruiz");
    CHECK(desk.page().panel.buttons.empty());
}

TEST_CASE("a message that was closed leaves the selection to the first that is open",
          "[unit][desk]")
{
    Returned desk;
    for (const auto* id : {"a", "b", "c"}) desk.left(id);
    desk.frame().touch(ChooseRow{"b"});
    desk.rows.messages.erase(desk.rows.messages.begin() + 1);
    desk.closed("b", "09:59:00");
    CHECK(desk.frame().shown() == "a c b");
    CHECK(desk.selected() == "a");
    desk.touch(ChooseRow{"b"});
    CHECK(desk.frame().selected() == "b");
}

TEST_CASE("what is returned comes first in its list, whatever order the open ones keep",
          "[unit][desk]")
{
    Returned desk;
    desk.left("a");
    desk.left("b");
    desk.closed("x", "09:30:00");
    desk.frame();
    std::swap(desk.rows.messages[0], desk.rows.messages[1]);
    desk.closed("y", "09:40:00");
    CHECK(desk.frame().shown() == "a b y x");
    CHECK(make_shown(desk.state, desk.known()).lists[1].moved == 0);
}

TEST_CASE("open messages have what they need, while three that were returned are seen",
          "[unit][desk]")
{
    const auto seen = [](int open, int closed, const Layout& layout) {
        Returned desk;
        for (int i = 0; i < open; ++i) desk.left("o" + std::to_string(i));
        for (int i = 0; i < closed; ++i) desk.closed("c" + std::to_string(i), "09:30:00");
        const PageParts page = desk.page(layout);
        CHECK(page.lists.at(0).box.bottom() < page.lists.at(1).box.y);
        CHECK(page.lists.at(1).box.bottom() <= places_for(layout, true).main.bottom() + 0.1f);
        return std::to_string(rows_seen(page.lists.at(0))) + "+" +
               std::to_string(rows_seen(page.lists.at(1)));
    };
    CHECK(seen(4, 2, wide) == "4+2");
    CHECK(seen(4, 20, wide) == "4+6");
    CHECK(seen(60, 20, wide) == "11+3");
    CHECK(seen(60, 2, wide) == "12+2");
    CHECK(seen(60, 20, narrow) == "3+3");
    CHECK(seen(0, 20, narrow) == "0+6");
    CHECK(seen(60, 0, narrow) == "6+0");
}

TEST_CASE("which of those returned are shown is said, and that there is none", "[unit][desk]")
{
    Returned desk;
    desk.left("open");
    CHECK(desk.list().aside == "none");
    for (int i = 0; i < 9; ++i) desk.closed("c" + std::to_string(i), "09:30:00");
    CHECK(desk.list().aside == "rows 1 to 6 of 9");
    desk.touch(ChooseRow{"c8"});
    CHECK(desk.list().aside == "rows 7 to 9 of 9");
    REQUIRE(desk.list().selected);
    desk.rows.messages_known = false;
    CHECK(desk.page().lists.size() == 1);
}
