// Is nothing lost that somebody typed, and does no secret stay behind?

#include <catch2/catch.hpp>

#include "tests/unit/desk_vocabulary.hpp"

using namespace wallboard;
using namespace wallboard::desk;
using namespace wallboard::desk::test;
using Desk = wallboard::desk::test::Desk;

namespace {

/// Two messages to Ada.
struct Morning : Desk {
    explicit Morning(const std::string& role = "supervisor") : Desk{role}
    {
        knows("ada", "Ada Ruiz");
        left("m1");
        left("m2");
    }
    /// The form "returned" of the selected message, armed.
    Morning& returned(const std::string& how)
    {
        press("r");
        type(how).enter();
        return *this;
    }
    Morning& escape()
    {
        Desk::escape();
        return *this;
    }
    Desk& choose(const std::string& row)
    {
        touch(ChooseRow{row});
        return *this;
    }
};

}  // namespace

TEST_CASE("what was typed is there again when the same deed is begun on the same row",
          "[unit][desk]")
{
    Morning desk;
    desk.press("r");
    desk.type("by telephone").escape();
    CHECK_FALSE(desk.state.form);
    REQUIRE(desk.state.drafts.size() == 1);

    desk.press("v");
    CHECK(desk.written().empty());
    desk.escape().choose("m2").press("r");
    CHECK(desk.written().empty());
    desk.escape().choose("m1").press("r");
    CHECK(desk.written() == "by telephone");
    CHECK(desk.state.drafts.empty());
}

TEST_CASE("a choice is found again with the words", "[unit][desk]")
{
    Morning desk;
    desk.press("x3");
    desk.enter().type("he said so").escape();
    desk.press("x");
    CHECK(desk.form().value("reason") == "NO_REPLY_NEEDED");
    CHECK(desk.form().value("text") == "he said so");
    CHECK(desk.form().at == 0);
}

TEST_CASE("a touch on another row leaves the form and keeps its words", "[unit][desk]")
{
    const auto elsewhere = GENERATE(as<Touch>{}, ChooseRow{"m2"}, ChooseLocation{"north"});
    Morning desk;
    desk.press("r");
    desk.type("by telephone");
    desk.touch(elsewhere);
    CHECK_FALSE(desk.state.form);
    desk.choose("m1").press("r");
    CHECK(desk.written() == "by telephone");
}

TEST_CASE("a click on a field goes there, in an open form only", "[unit][desk]")
{
    Morning desk;
    desk.press("x");
    desk.touch(ChooseField{1});
    CHECK(desk.form().at == 1);
    desk.enter();
    REQUIRE(desk.press("y"));
    desk.touch(ChooseField{0});
    CHECK(desk.form().at == 2);
    desk.recorded(desk.orders[0]);
    CHECK_FALSE(desk.touch(ChooseField{0}));
    CHECK_FALSE(desk.state.form);
}

TEST_CASE("a form in which nobody typed is no draft, and drives none out", "[unit][desk]")
{
    Morning desk;
    desk.press("r");
    desk.type("by telephone").escape();
    for (std::size_t i = 0; i < drafts_max + 1; ++i) {
        desk.press("v");
        desk.escape();
    }
    CHECK(desk.state.drafts.size() == 1);
    desk.press("r");
    CHECK(desk.written() == "by telephone");
}

TEST_CASE("drafts are bounded, and the oldest is forgotten", "[unit][desk]")
{
    Desk desk;
    for (std::size_t i = 0; i <= drafts_max; ++i) {
        const std::string id = "m" + std::to_string(i);
        desk.left(id);
        desk.touch(ChooseRow{id});
        desk.press("r");
        desk.type("words of " + id).escape();
    }
    CHECK(desk.state.drafts.size() == drafts_max);
    desk.touch(ChooseRow{"m0"});
    desk.press("r");
    CHECK(desk.written().empty());
    desk.escape().touch(ChooseRow{"m1"});
    desk.press("r");
    CHECK(desk.written() == "words of m1");
}

TEST_CASE("a form that was recorded is closed and leaves no draft", "[unit][desk]")
{
    Morning desk;
    const auto order = desk.returned("by telephone").press("y");
    REQUIRE(order);
    CHECK(desk.form().sent == order->number);
    CHECK_FALSE(desk.press("y"));
    desk.recorded(*order);
    CHECK_FALSE(desk.state.form);
    CHECK(desk.state.drafts.empty());
}

TEST_CASE("a form that was refused is open again, with the sentence and the words", "[unit][desk]")
{
    Morning desk;
    const auto order = desk.returned("by telephone").press("y");
    desk.refused(order.value(), "m1 is RETURNED");
    REQUIRE(desk.state.form);
    CHECK(desk.form().sent == 0);
    CHECK(desk.form().at == 0);
    CHECK(desk.form().missing == "m1 is RETURNED");
    CHECK(desk.written() == "by telephone");
    const auto again = desk.enter().press("y");
    REQUIRE(again);
    CHECK(again->number == 2);
    CHECK(again->command_id != order->command_id);
}

TEST_CASE("words of a form that was left on its way are there again if it is refused",
          "[unit][desk]")
{
    Morning desk;
    const auto order = desk.returned("by telephone").press("y");
    desk.escape();
    CHECK_FALSE(desk.state.form);
    desk.press("r");
    CHECK(desk.written().empty());
    desk.escape();
    desk.refused(order.value(), "not now");
    CHECK_FALSE(desk.state.form);
    desk.press("r");
    CHECK(desk.written() == "by telephone");
}

TEST_CASE("words of a form that was left on its way are gone once it is recorded", "[unit][desk]")
{
    Morning desk;
    const auto order = desk.returned("by telephone").press("y");
    desk.escape();
    desk.recorded(order.value());
    CHECK(desk.state.drafts.empty());
}

TEST_CASE("a passphrase is in the order, and nowhere else", "[unit][desk]")
{
    Morning desk{"supervisor"};
    desk.checked("north", "CLEAR");
    desk.page(Page::end_of_day).press("s");
    desk.enter().type("open sesame").escape();
    REQUIRE(desk.state.drafts.empty());

    desk.press("s");
    desk.type("all well").enter();
    CHECK(desk.form().secret("passphrase").empty());
    desk.type("open sesame").escape();
    REQUIRE(desk.state.drafts.size() == 1);
    CHECK(desk.state.drafts[0].value("text") == "all well");
    CHECK(desk.state.drafts[0].secret("passphrase").empty());

    desk.press("s");
    const auto order = desk.enter().type("open sesame").enter().press("y");
    REQUIRE(order);
    CHECK(order->to_sign.passphrase == "open sesame");
    CHECK(desk.form().secret("passphrase").empty());
    REQUIRE(desk.state.notices.size() == 1);
    CHECK(desk.state.notices[0].order.to_sign.passphrase.empty());
    CHECK(desk.state.notices[0].order.to_sign.text.empty());

    desk.refused(*order, "no");
    CHECK(desk.form().value("text") == "all well");
    desk.enter().enter();
    CHECK_FALSE(desk.form().is_armed());
    CHECK(desk.form().missing == "passphrase of your key is needed");
}

TEST_CASE("what is missing in an armed form is said at its field", "[unit][desk]")
{
    Morning desk;
    desk.press("d");
    desk.type("next week").enter().type("he asked").enter();
    CHECK_FALSE(desk.press("y"));
    CHECK(desk.form().at == 0);
    CHECK(desk.form().missing == "a date is like 2026-11-30");
    CHECK(desk.state.notices.empty());
}

TEST_CASE("a message that was closed meanwhile cannot be recorded upon", "[unit][desk]")
{
    Morning desk;
    desk.returned("by telephone");
    desk.rows.messages[0].state = "RETURNED";
    CHECK_FALSE(desk.press("y"));
    CHECK_THAT(desk.form().missing, Catch::Contains("closed meanwhile"));
    desk.rows.messages.erase(desk.rows.messages.begin());
    desk.enter();
    CHECK_FALSE(desk.press("y"));
    CHECK_THAT(desk.form().missing, Catch::Contains("closed meanwhile"));
}

TEST_CASE("a number is shown for a minute and stays in no notice", "[unit][desk]")
{
    Morning desk;
    desk.press("u");
    const auto order = desk.type("his number is cut off").enter().press("y");
    desk.recorded(order.value(), "+1 409 555 0141");
    REQUIRE(desk.state.unmasked.size() == 1);
    CHECK(desk.state.unmasked[0].message == "m1");
    CHECK(desk.state.unmasked[0].number == "+1 409 555 0141");
    CHECK(desk.state.notices[0].outcome->text.empty());

    forget(desk.state, desk.now + 59s);
    CHECK(desk.state.unmasked.size() == 1);
    forget(desk.state, desk.now + 60s);
    CHECK(desk.state.unmasked.empty());
}

TEST_CASE("a refused number shows nothing", "[unit][desk]")
{
    Morning desk;
    desk.press("u");
    desk.refused(desk.type("why").enter().press("y").value(), "it was withheld");
    CHECK(desk.state.unmasked.empty());
}

TEST_CASE("numbers that are shown at a time are bounded, one a message", "[unit][desk]")
{
    Desk desk;
    const auto unmask = [&](const std::string& id, const std::string& number) {
        desk.touch(ChooseRow{id});
        desk.press("u");
        desk.recorded(desk.type("why").enter().press("y").value(), number);
    };
    for (std::size_t i = 0; i < unmasked_max + 2; ++i) desk.left("m" + std::to_string(i));
    unmask("m0", "1");
    unmask("m0", "2");
    REQUIRE(desk.state.unmasked.size() == 1);
    CHECK(desk.state.unmasked[0].number == "2");
    for (std::size_t i = 1; i < unmasked_max + 2; ++i) unmask("m" + std::to_string(i), "3");
    CHECK(desk.state.unmasked.size() == unmasked_max);
    CHECK(desk.state.unmasked.back().message == "m" + std::to_string(unmasked_max + 1));
}
