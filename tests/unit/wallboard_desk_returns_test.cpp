// Does the desk's page Returns say of each message what it needs, and never take what is not known
// for nothing?

#include <catch2/catch.hpp>

#include "tests/unit/desk_vocabulary.hpp"
#include "wallboard/model/desk/returns.hpp"

using namespace wallboard;
using namespace wallboard::desk;
using namespace wallboard::desk::test;
using Catch::Matchers::Contains;
using Desk = wallboard::desk::test::Desk;

namespace {

constexpr Layout wide{.shape = Shape::wide, .w = 5'050, .h = 2'840};
constexpr Layout narrow{.shape = Shape::wide, .w = 3'370, .h = 1'890};

struct Returns : Desk {
    using Desk::Desk;
    Returns()
    {
        knows("ada", "Ada Ruiz");
        knows("ben", "Ben Okoye");
    }
    PageParts page(const Layout& layout = wide) const
    {
        return make_returns(state, known(), layout);
    }
    List list(const Layout& layout = wide) const { return page(layout).lists.at(0); }
    /// What stands in a column of the only row.
    Cell cell(const std::string& column) const
    {
        const List all = list();
        for (std::size_t i = 0; i < all.columns.size(); ++i)
            if (all.columns[i].title == column) return all.rows.at(0).cells.at(i);
        FAIL("no column " << column);
        return {};
    }
    std::string tile(const std::string& word) const
    {
        for (const Tile& one : page().tiles)
            if (one.word.full == word) return one.figure;
        return "no tile";
    }
};

/// What a message needs: "action overdue".
std::string need(const Returns& desk)
{
    const ListRow row = desk.list().rows.at(0);
    const Cell& cell = row.cells.at(0);
    constexpr std::array words{"normal", "warning", "action", "unknown"};
    CHECK(cell.badge.has_value() == (row.standing != Standing::normal));
    if (cell.badge) CHECK(cell.badge->standing == row.standing);
    CHECK(row.quiet == (row.standing == Standing::normal));
    return std::string{words.at(static_cast<std::size_t>(row.standing))} + " " +
           (cell.badge ? cell.badge->word : cell.text);
}

template <class Change>
std::string need_of(Change change)
{
    Returns desk;
    change(desk.left("m1"));
    return need(desk);
}

template <class... Flags>
std::string need_with(Flags... flags)
{
    return need_of([&](Message& message) { message.flags = {flags...}; });
}

}  // namespace

TEST_CASE("each flag of a message has its badge", "[unit][desk]")
{
    CHECK(need_with() == "normal open");
    CHECK(need_with("OVERDUE") == "action overdue");
    CHECK(need_with("PROMISE_MISSED") == "warning promise missed");
    CHECK(need_with("CALL_NOW") == "warning call now");
    CHECK(need_with("OWNER_DEPARTED") == "warning owner left");
    CHECK(need_with("OWNER_ABSENT") == "warning owner away");
    CHECK(need_with("CALLER_RANG_BACK") == "normal rang back");
    CHECK(need_with("A_FLAG_OF_TOMORROW") == "normal open");
}

TEST_CASE("of several flags the worst is said", "[unit][desk]")
{
    CHECK(need_with("CALLER_RANG_BACK", "OWNER_ABSENT", "OWNER_DEPARTED", "CALL_NOW",
                    "PROMISE_MISSED", "OVERDUE") == "action overdue");
    CHECK(need_with("CALL_NOW", "PROMISE_MISSED") == "warning promise missed");
    CHECK(need_with("OWNER_ABSENT", "CALL_NOW") == "warning call now");
    CHECK(need_with("OWNER_ABSENT", "OWNER_DEPARTED") == "warning owner left");
    CHECK(need_with("CALLER_RANG_BACK", "OWNER_ABSENT") == "warning owner away");
}

TEST_CASE("a promise is a need while its hours run", "[unit][desk]")
{
    const auto promised = [](const std::string& from, const std::string& to) {
        return need_of([&](Message& message) {
            message.promised_from = at(from);
            message.promised_to = at(to);
        });
    };
    CHECK(promised("10:00:00", "11:00:00") == "warning promised now");
    CHECK(promised("09:00:00", "10:00:00") == "normal open");
    CHECK(promised("10:00:01", "11:00:00") == "normal open");
}

TEST_CASE("states that wait on purpose are said", "[unit][desk]")
{
    CHECK(need_of([](Message& message) { message.state = "DEFERRED"; }) == "normal deferred");
    CHECK(need_of([](Message& message) { message.state = "CARRIED"; }) == "normal carried over");
}

TEST_CASE("what is due by close is at risk where the collector says that there is too much work",
          "[unit][desk]")
{
    Returns desk;
    desk.left("m1");
    desk.now = at("16:50:00");
    desk.board.as_of = desk.now;
    wallboard::test::owes(desk.board.locations[0], 9);
    desk.board.locations[0].at_risk = true;
    CHECK(need(desk) == "warning at risk");
    desk.rows.messages[0].deadline = at("17:00:00") + 24h;
    CHECK(need(desk) == "normal open");
}

TEST_CASE("an order on its way is said in the row, and who is calling", "[unit][desk]")
{
    Returns desk;
    desk.left("m1");
    const auto order = desk.press("c").value();
    CHECK(desk.list().rows.at(0).cells.at(0).text == "pending \u2026");
    desk.recorded(order);
    desk.rows.messages[0].claimed_by = "sam";
    CHECK(desk.cell("person").text == "Ada Ruiz");
    CHECK(desk.cell("person").unit == "claimed by you");
    desk.rows.messages[0].claimed_by = "ben";
    CHECK(desk.cell("person").unit == "Ben Okoye is calling");
}

TEST_CASE("a row tells promise, state, tries and deadline", "[unit][desk]")
{
    Returns desk;
    Message& message = desk.left("m1");
    for (const auto* step : {"left", "attempted", "attempted"})
        message.history.push_back(
            {.what = step, .by = {}, .evidence = {}, .detail = {}, .remark = {}});
    CHECK(desk.cell("left").text == "09:00");
    CHECK(desk.cell("state").text == "not heard");
    CHECK(desk.cell("tries").text == "2");
    CHECK(desk.cell("deadline").text == "7 h 00 left");
    CHECK(desk.cell("promise").text == "\u2013");
    CHECK(desk.cell("location").text == "Northside");
    desk.rows.messages[0].state = "HEARD";
    CHECK(desk.cell("state").text == "heard");
    desk.rows.messages[0].promised_from = at("15:30:00");
    desk.rows.messages[0].promised_to = at("17:00:00");
    CHECK(desk.cell("promise").text == "15:30\u201317:00");
    desk.rows.messages[0].call_at = at("14:00:00");
    CHECK(desk.cell("promise").text == "asked for 14:00");
}

TEST_CASE("a number that was unmasked is shown in its row only", "[unit][desk]")
{
    Returns desk;
    desk.left("m1");
    CHECK(desk.cell("caller").text == "•• 41");
    desk.state.unmasked.push_back({"m1", "+1 409 555 0141", desk.now + 1min});
    CHECK(desk.cell("caller").text == "+1 409 555 0141");
    desk.state.unmasked[0].message = "m2";
    CHECK(desk.cell("caller").text == "•• 41");
}

TEST_CASE("no answer, a refusal, nothing found and nothing open are four different sentences",
          "[unit][desk]")
{
    Returns desk;
    CHECK(desk.list().empty == "no message is open");
    desk.state.find = TextField{"zoe"};
    CHECK_THAT(desk.list().empty, Contains("nothing is found"));
    desk.rows.messages_known = false;
    CHECK_THAT(desk.list().empty, Contains("not known yet"));
    desk.rows.refused["messages"] = "a key of role viewer may not";
    CHECK(desk.list().empty == "a key of role viewer may not");
}

TEST_CASE("figures that are not known are a question, never zero", "[unit][desk]")
{
    Returns desk;
    CHECK(desk.tile("overdue") == "0");
    desk.rows.messages_known = false;
    CHECK(desk.tile("overdue") == "?");
    CHECK(desk.tile("due today") == "no tile");
    CHECK(desk.page().tiles.at(0).standing == Standing::unknown);
}

TEST_CASE("tiles count what is overdue, due, promised and being called, of the chosen location",
          "[unit][desk]")
{
    Returns desk;
    desk.left("m1").flags = {"OVERDUE"};
    desk.rows.messages[0].received_at = at("15:42:00") - 24h;
    desk.left("m2").claimed_by = "ben";
    Message& promised = desk.left("m3", "ada", "harbor");
    promised.promised_from = at("15:30:00");
    promised.promised_to = at("16:00:00");
    desk.left("m4").due_date = "2026-11-25";
    CHECK(desk.tile("overdue") == "1");
    CHECK(desk.page().tiles.at(0).context.full == "oldest Mon 15:42");
    CHECK(desk.page().tiles.at(0).standing == Standing::action);
    CHECK(desk.tile("due today") == "2");
    CHECK(desk.tile("next promise ends") == "16:00");
    CHECK(desk.tile("being called") == "1");
    CHECK(desk.tile("to close") == "7 h 00");
    desk.touch(ChooseLocation{"harbor"});
    CHECK(desk.tile("overdue") == "0");
    CHECK(desk.tile("due today") == "1");
}

TEST_CASE("a narrow window drops columns, and one location needs none of its own", "[unit][desk]")
{
    Returns desk;
    desk.left("m1");
    const auto titles = [&](const Layout& layout) {
        std::string all;
        const List list = desk.list(layout);
        CHECK(list.rows.at(0).cells.size() == list.columns.size());
        for (const ListColumn& one : list.columns) all += one.title + " ";
        return all;
    };
    CHECK(titles(wide) == "needs left person location caller promise state tries deadline ");
    CHECK(titles(narrow) == "needs left person deadline ");
    desk.touch(ChooseLocation{"north"});
    CHECK(titles(wide) == "needs left person caller promise state tries deadline ");
}

TEST_CASE("many messages are paged around the selected one", "[unit][desk]")
{
    Returns desk;
    for (int i = 1; i <= 60; ++i) desk.left("m" + std::to_string(i));
    desk.touch(ChooseRow{"m60"});
    const List list = desk.list();
    REQUIRE(list.selected);
    CHECK(list.rows.at(*list.selected).id == "m60");
    CHECK_THAT(list.more, Contains("to 60 of 60"));
}

TEST_CASE("the panel tells the selected message's life, and the form while one is open",
          "[unit][desk]")
{
    Returns desk;
    desk.left("m1");
    const auto heading = [&] { return std::get<Heading>(desk.page().panel.items.at(0)).text.full; };
    CHECK(heading() == "Message to Ada Ruiz");
    CHECK(desk.page().panel.buttons.size() == deeds_on(desk.state, desk.known()).size());
    CHECK_FALSE(desk.page().panel.focus);
    desk.press("r");
    CHECK(heading() == "What will be recorded");
    CHECK(desk.page().panel.focus);
}
