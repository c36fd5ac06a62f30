// Can one go through a form by keyboard, and does nothing but Y record it?

#include <catch2/catch.hpp>

#include "tests/unit/desk_vocabulary.hpp"

using namespace wallboard::desk;
using namespace wallboard::desk::test;

namespace {

/// A reason that is needed, one of three, a note that is not, a passphrase.
Form full_form()
{
    Form form;
    form.fields = {
        line_field("reason", "why"),
        choice_field("kind", "what kind", {"one", "two", "three"}, {"1ST", "2ND", "3RD"}),
        line_field("note", "note", false), passphrase_field()};
    return form;
}

FormStep type(Form& form, std::string_view text)
{
    auto step = FormStep::stays;
    for (const char32_t one : letters_of(text)) step = press(form, letter(one));
    return step;
}
FormStep press(Form& form, Key key) { return press(form, Press{.key = key}); }

/// Filled, and the caret in the passphrase.
Form filled_form()
{
    Form form = full_form();
    type(form, "because");
    press(form, Key::enter);
    press(form, Key::enter);
    press(form, Key::enter);
    type(form, "words");
    return form;
}

}  // namespace

TEST_CASE("Enter and Tab go through a form and arm it, Shift and Tab go back", "[unit][desk]")
{
    Form form = full_form();
    type(form, "because");
    press(form, Key::enter);
    CHECK(form.at == 1);
    press(form, Key::tab);
    CHECK(form.at == 2);
    press(form, Key::back_tab);
    CHECK(form.at == 1);
    press(form, Key::enter);
    press(form, Key::enter);
    CHECK(form.at == 3);
    CHECK_FALSE(form.is_armed());
    type(form, "words");
    press(form, Key::enter);
    CHECK(form.is_armed());
}

TEST_CASE("arrows go up and down between lines, and choose in a choice", "[unit][desk]")
{
    Form form = full_form();
    press(form, Key::up);
    CHECK(form.at == 0);
    type(form, "because");
    press(form, Key::down);
    CHECK(form.at == 1);
    press(form, Key::down);
    CHECK(form.at == 1);
    CHECK(form.value("kind") == "2ND");
    press(form, Key::enter);
    press(form, Key::up);
    CHECK(form.at == 1);
}

TEST_CASE("a choice is made by its number or by arrows, around its ends", "[unit][desk]")
{
    Form form = full_form();
    go_to(form, 1);
    type(form, "because");
    go_to(form, 1);
    CHECK(form.value("kind") == "1ST");
    press(form, Key::left);
    CHECK(form.value("kind") == "3RD");
    press(form, Key::right);
    CHECK(form.value("kind") == "1ST");
    type(form, "2");
    CHECK(form.value("kind") == "2ND");
    type(form, "490x");
    CHECK(form.value("kind") == "2ND");
    press(form, paste("3"));
    CHECK(form.value("kind") == "2ND");
}

TEST_CASE("what is needed cannot be passed, whichever way one goes", "[unit][desk]")
{
    const auto way = GENERATE(Key::enter, Key::tab, Key::down);
    Form form = full_form();
    press(form, way);
    CHECK(form.at == 0);
    CHECK(form.missing == "why is needed");
    type(form, "   ");
    press(form, way);
    CHECK(form.at == 0);
    CHECK(form.missing == "why is needed");
    type(form, "x");
    CHECK(form.missing.empty());
}

TEST_CASE("a click goes no further than the first field that is needed and empty", "[unit][desk]")
{
    Form form = full_form();
    go_to(form, 99);
    CHECK(form.at == 0);
    type(form, "because");
    go_to(form, 99);
    CHECK(form.at == 3);
    CHECK(form.missing == "passphrase of your key is needed");
    type(form, "words");
    go_to(form, 99);
    CHECK(form.is_armed());
    CHECK(form.at == 4);
    go_to(form, 2);
    CHECK(form.at == 2);
    CHECK(form.missing.empty());
}

TEST_CASE("only what is asked for stands in a value: spaces around it do not, but in a passphrase",
          "[unit][desk]")
{
    Form form = full_form();
    form.fields[0].text = TextField{"  two words  "};
    form.fields[3].text = TextField{" words "};
    CHECK(form.value("reason") == "two words");
    CHECK(form.secret("passphrase") == " words ");
    CHECK(form.value("note").empty());
    CHECK(form.value("nothing").empty());
    CHECK(form.field("nothing") == nullptr);
}

TEST_CASE("Y and nothing else records an armed form", "[unit][desk]")
{
    Form form = filled_form();
    press(form, Key::enter);
    REQUIRE(form.is_armed());
    const Form armed = form;
    for (char32_t one = 1; one < 0x250; ++one)
        if (one != U'y' && one != U'Y') CHECK(press(form, letter(one)) == FormStep::stays);
    for (const Key key :
         {Key::none, Key::down, Key::left, Key::right, Key::page_up, Key::page_down, Key::home,
          Key::end, Key::tab, Key::enter, Key::backspace, Key::erase, Key::f1, Key::f11})
        CHECK(press(form, key) == FormStep::stays);
    CHECK(press(form, paste("y")) == FormStep::stays);
    CHECK(form == armed);
    CHECK(type(form, "y") == FormStep::records);
    CHECK(type(form, "Y") == FormStep::records);
}

TEST_CASE("Y in a field is a letter", "[unit][desk]")
{
    Form form = full_form();
    CHECK(type(form, "yY") == FormStep::stays);
    CHECK(form.value("reason") == "yY");
}

TEST_CASE("Esc leaves a field, and goes back from an armed form without losing a word",
          "[unit][desk]")
{
    const auto back = GENERATE(Key::escape, Key::back_tab, Key::up);
    Form form = filled_form();
    press(form, Key::enter);
    CHECK(press(form, back) == FormStep::stays);
    CHECK(form.at == 3);
    CHECK(form.value("reason") == "because");
    CHECK(form.secret("passphrase") == "words");
    CHECK(press(form, Key::escape) == FormStep::closes);
    CHECK(form.value("reason") == "because");
}

TEST_CASE("a form without fields is armed from the start, and Esc closes it", "[unit][desk]")
{
    Form form;
    CHECK(form.is_armed());
    CHECK(press(form, Key::enter) == FormStep::stays);
    CHECK(press(form, Key::escape) == FormStep::closes);
    CHECK(type(form, "y") == FormStep::records);
}

TEST_CASE("a form that was sent takes nothing more, but can be left", "[unit][desk]")
{
    Form form = filled_form();
    form.sent = 5;
    const Form before = form;
    CHECK(type(form, "yY more") == FormStep::stays);
    CHECK(press(form, Key::enter) == FormStep::stays);
    CHECK(form == before);
    CHECK(press(form, Key::escape) == FormStep::closes);
}
