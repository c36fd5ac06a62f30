// What do the forms of messages ask for, say before it is recorded, and order?

#include <catch2/catch.hpp>

#include "tests/unit/desk_vocabulary.hpp"

using namespace wallboard;
using namespace wallboard::desk;
using namespace wallboard::desk::test;
using Catch::Matchers::Contains;
using Desk = wallboard::desk::test::Desk;

namespace {

/// A message to Ada that was left at 9:00, and who could answer for her.
Desk office()
{
    Desk desk;
    desk.knows("ada", "Ada Ruiz");
    desk.knows("ben", "Ben Okoye");
    desk.knows("ben2", "Ben Okoye-Lang");
    desk.left("m1").flags = {"OWNER_ABSENT"};
    return desk;
}

constexpr auto what = "the message to Ada Ruiz, left 09:00, caller •• 41";

}  // namespace

TEST_CASE("returned: how is said, and that it is a word and no evidence", "[unit][desk]")
{
    Desk desk = office();
    desk.press("r");
    CHECK(desk.sentences().at(0) ==
          std::string{"I, Sam Ortega, say that "} + what + ", was returned: ….");
    desk.type(" by telephone ");
    CHECK(desk.sentences().at(0) ==
          std::string{"I, Sam Ortega, say that "} + what + ", was returned: by telephone.");
    CHECK_THAT(desk.sentences().at(1), Contains("your word"));
    const auto order = desk.enter().press("y").value();
    CHECK(order.deed == Deed::returned);
    CHECK(order.subject == "m1");
    CHECK(order.text == "by telephone");
    CHECK(order.said == "returned: Ada Ruiz");
    CHECK(order.to_sign.text.empty());
}

TEST_CASE("tried: a note may be written", "[unit][desk]")
{
    Desk desk = office();
    desk.press("t");
    CHECK(desk.sentences().at(0) ==
          std::string{"I, Sam Ortega, say that somebody called back and nobody answered: "} + what +
              ".");
    CHECK_THAT(desk.sentences().at(1), Contains("stays on the list"));
    const auto order = desk.enter().press("y").value();
    CHECK(order.deed == Deed::attempted);
    CHECK(order.text.empty());
    CHECK(order.said == "tried: Ada Ruiz");
}

TEST_CASE("resolved: why no call is needed is one of five", "[unit][desk]")
{
    Desk desk = office();
    desk.press("x");
    CHECK(desk.form().fields.at(0).codes ==
          std::vector<std::string>{"CALLER_REACHED", "WRONG_NUMBER", "NO_REPLY_NEEDED", "SPAM",
                                   "PERSONAL"});
    desk.press("4");
    CHECK(desk.sentences().at(0) ==
          std::string{"I, Sam Ortega, close "} + what + ", without a call back: spam.");
    const auto order = desk.enter().type("a robot").enter().press("y").value();
    CHECK(order.deed == Deed::resolve);
    CHECK(order.choice == "SPAM");
    CHECK(order.text == "a robot");
    CHECK(order.said == "resolved: Ada Ruiz");
}

TEST_CASE("deferred: to a date, and what the caller said", "[unit][desk]")
{
    Desk desk = office();
    desk.press("d");
    desk.type("2026-11-30").enter().type("she is away").enter();
    CHECK(desk.sentences().at(0) ==
          std::string{"I, Sam Ortega, defer "} + what +
              ", to 2026-11-30 because the caller asked for it: she is away.");
    const auto order = desk.press("y").value();
    CHECK(order.deed == Deed::defer);
    CHECK(order.choice == "2026-11-30");
    CHECK(order.text == "she is away");
}

TEST_CASE("a date is a day that there is", "[unit][desk]")
{
    CHECK(parse_date("2026-11-30") == "2026-11-30");
    CHECK(parse_date("2028-02-29"));
    for (const auto* text :
         {"", "tomorrow", "2026-11-31", "2027-02-29", "2026-13-01", "2026-00-01", "2026-1-30",
          "2026/11/30", "30-11-2026", "2026-11-30 ", "-026-11-30", "2026-11--3"})
        CHECK_FALSE(parse_date(text));
}

TEST_CASE("carried over: the day stays as it is", "[unit][desk]")
{
    Desk desk = office();
    desk.press("v");
    desk.type("no time").enter();
    CHECK(desk.sentences().at(0) ==
          std::string{"I, Sam Ortega, carry over "} + what + ", to the next workday: no time.");
    CHECK_THAT(desk.sentences().at(1), Contains("does not make the day clear"));
    const auto order = desk.press("y").value();
    CHECK(order.deed == Deed::carry);
    CHECK(order.text == "no time");
    CHECK(order.said == "carried over: Ada Ruiz");
}

TEST_CASE("unmask: why somebody looks at the number stays on record", "[unit][desk]")
{
    Desk desk = office();
    desk.press("u");
    CHECK_THAT(desk.sentences().at(0), Contains("look at the whole number of"));
    CHECK_THAT(desk.sentences().at(1), Contains("stays on record"));
    const auto order = desk.type("cut off").enter().press("y").value();
    CHECK(order.deed == Deed::unmask);
    CHECK(order.text == "cut off");
    CHECK(order.said == "number asked for: Ada Ruiz");
}

TEST_CASE("cover: somebody is named for the mailbox, not for the message", "[unit][desk]")
{
    Desk desk = office();
    desk.press("g");
    desk.type("ben2").enter();
    CHECK(desk.sentences().at(0) ==
          "I, Sam Ortega, name who answers the mailbox of Ada Ruiz: ben2.");
    const auto order = desk.press("y").value();
    CHECK(order.deed == Deed::cover);
    CHECK(order.subject == "box-ada");
    CHECK(order.person == "ben2");
    CHECK(order.said == "cover assigned: Ada Ruiz");
}

TEST_CASE("a person is named by id, by whole name, or by a part of one name", "[unit][desk]")
{
    Desk desk = office();
    desk.knows("gone", "Gia Left").has_left = true;
    desk.knows("p9", "");
    const auto named = [&](std::string_view text) {
        std::string ids;
        for (const Person* one : people_named(desk.rows, text)) ids += one->id + " ";
        return ids;
    };
    CHECK(named("ben") == "ben ");
    CHECK(named("Ben") == "ben ben2 ");
    CHECK(named("ben okoye") == "ben ");  // Else nobody could name her but by id.
    CHECK(named("lang") == "ben2 ");
    CHECK(named("p9") == "p9 ");
    CHECK(named("gone").empty());
    CHECK(named("gia").empty());
    CHECK(named("nobody").empty());
    CHECK(named("").empty());
}

TEST_CASE("a name of several or of nobody is said, with the ids to choose from", "[unit][desk]")
{
    Desk desk = office();
    desk.press("g");
    desk.type("Oko").enter();
    CHECK_FALSE(desk.press("y"));
    CHECK(desk.form().at == 0);
    CHECK(desk.form().missing ==
          "2 people are called so, Ben Okoye (ben) and Ben Okoye-Lang (ben2) among them: write "
          "more, or the id");
    desk.type("nom").enter();
    CHECK_FALSE(desk.press("y"));
    CHECK(desk.form().missing == "nobody here is called \"Okonom\"");
}

TEST_CASE("a message to a group, to a mailbox alone, or to nobody has a name too", "[unit][desk]")
{
    const Desk desk = office();
    Message message;
    CHECK(owner_words(desk.rows, message) == "a call-back request");
    message.mailbox = "sw1/900";
    CHECK(owner_words(desk.rows, message) == "sw1/900");
    message.group = "front-desk";
    CHECK(owner_words(desk.rows, message) == "group front-desk");
    message.person = "p77";
    CHECK(owner_words(desk.rows, message) == "p77");
    message.person = "ada";
    CHECK(owner_words(desk.rows, message) == "Ada Ruiz");
    CHECK(person_words(desk.rows, "") == "nobody");
}

TEST_CASE("a message that left the list is said to have", "[unit][desk]")
{
    Desk desk = office();
    desk.press("r");
    desk.rows.messages.clear();
    CHECK(desk.sentences() == std::vector<std::string>{"This message is no longer on the list."});
}
