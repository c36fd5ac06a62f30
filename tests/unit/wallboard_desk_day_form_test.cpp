// What does a supervisor put her name under, word for word?

#include <catch2/catch.hpp>

#include "tests/unit/desk_vocabulary.hpp"

using namespace wallboard;
using namespace wallboard::desk;
using namespace wallboard::desk::test;
using Catch::Matchers::Contains;
using Desk = wallboard::desk::test::Desk;

namespace {

/// Northside's day with so many open messages, m1 first, and its form open.
struct Evening : Desk {
    explicit Evening(int open, const std::string& verdict = "VIOLATIONS",
                     const std::string& role = "supervisor")
        : Desk{role}
    {
        knows("ada", "Ada Ruiz");
        std::vector<std::string> ids;
        // The newest first, so that an order by id is seen to be one.
        for (int i = open; i > 0; --i) ids.push_back("m" + std::to_string(i));
        checked("north", verdict, ids);
        page(Page::end_of_day).press("s");
    }
    Evening& enter()
    {
        Desk::enter();
        return *this;
    }
    Evening& write(const std::string& words)
    {
        type(words).enter();
        return *this;
    }
    std::string fields() const
    {
        std::string names;
        for (const Field& one : form().fields)
            names += (names.empty() ? "" : " ") + one.name + (one.required ? "!" : "");
        return names;
    }
    std::string exceptions(const Order& order) const
    {
        std::string all;
        for (const auto& [message, reason] : order.exceptions) all += message + "=" + reason + ";";
        return all;
    }
};

}  // namespace

TEST_CASE("a clear day asks for a note and the passphrase", "[unit][desk]")
{
    Evening desk{0, "CLEAR"};
    CHECK(desk.fields() == "text passphrase!");
    CHECK(desk.form().subject == "north");
    CHECK(desk.sentences().at(0) ==
          "I, Sam Ortega, supervisor, have checked Northside for 2026-11-24.");
    CHECK(desk.sentences().at(1) == "The result stays CLEAR.");
    CHECK_THAT(desk.sentences().at(2), Contains("cannot be taken back"));
    const auto order = desk.enter().type("words").enter().press("y").value();
    CHECK(order.deed == Deed::sign_day);
    CHECK(order.location == "north");
    CHECK(order.choice == "2026-11-24");
    CHECK(order.revision == 1);
    CHECK_FALSE(order.on_behalf);
    CHECK(order.said == "signed: Northside, 2026-11-24");
    CHECK(order.to_sign.passphrase == "words");
    CHECK(order.to_sign.text ==
          "callwatch day sign-off 1\n"
          "location north\n"
          "date 2026-11-24\n"
          "revision 1\n"
          "verdict CLEAR\n"
          "record <record of north>\n"
          "by sam\n");
}

TEST_CASE(
    "a statement names each exception and the note by their hashes, in the order of the command",
    "[unit][desk]")
{
    Evening desk{2, "VIOLATIONS", "manager"};
    CHECK(desk.fields() == "m2! m1! text passphrase!");
    const auto order = desk.write("line was busy")
                           .write("no answer")
                           .write("spoke to both")
                           .write("words")
                           .press("y");
    REQUIRE(order);
    CHECK(order->on_behalf);
    CHECK(desk.exceptions(*order) == "m1=no answer;m2=line was busy;");
    CHECK(order->text == "spoke to both");
    CHECK(order->to_sign.text ==
          "callwatch day sign-off 1\n"
          "location north\n"
          "date 2026-11-24\n"
          "revision 1\n"
          "verdict VIOLATIONS\n"
          "record <record of north>\n"
          "by sam on behalf\n"
          "exception m1 <no answer>\n"
          "exception m2 <line was busy>\n"
          "note <spoke to both>\n");
}

TEST_CASE("one reason may stand for all, and a message's own reason wins", "[unit][desk]")
{
    Evening desk{3};
    CHECK(desk.fields() == "for_all m3 m2 m1 text passphrase!");
    desk.write("storm").enter().write("she is abroad").enter().enter().write("words");
    const auto order = desk.press("y").value();
    CHECK(desk.exceptions(order) == "m1=storm;m2=she is abroad;m3=storm;");
}

TEST_CASE("no message stays open without a reason", "[unit][desk]")
{
    Evening many{3};
    many.enter().write("own").enter().enter().enter().write("words");
    REQUIRE(many.form().is_armed());
    CHECK_FALSE(many.press("y"));
    CHECK(many.form().missing == "each message that stays open needs a reason");
    CHECK(many.form().fields.at(many.form().at).name == "m1");

    Evening few{1};
    few.enter();
    CHECK(few.form().at == 0);
    CHECK_THAT(few.form().missing, Contains("why it stays open: Ada Ruiz, left 15:00"));
}

TEST_CASE("a message that needs no exception is not asked about", "[unit][desk]")
{
    Desk desk;
    desk.checked("north", "CLEAR", {"m1"}).open[0].needs_exception = false;
    desk.page(Page::end_of_day).press("s");
    CHECK(desk.form().fields.at(0).name == "text");
    CHECK_THAT(desk.sentences().at(0), !Contains("still open"));
}

TEST_CASE("what stays open is counted in the sentence", "[unit][desk]")
{
    CHECK_THAT(
        Evening{1}.sentences().at(0),
        Contains("One message is still open: it is carried over, each with the reason given."));
    CHECK_THAT(Evening{3}.sentences().at(0),
               Contains("3 messages are still open: they are carried over"));
}

TEST_CASE("a manager signs on behalf of the supervisor, and the sentence says so", "[unit][desk]")
{
    CHECK_THAT((Evening{0, "CLEAR", "manager"}.sentences().at(0)),
               Contains("I, Sam Ortega, manager, on behalf of the supervisor, have checked"));
}

TEST_CASE("an unknown day is signed with what was found out", "[unit][desk]")
{
    Evening desk{0, "UNKNOWN"};
    CHECK(desk.fields() == "text! passphrase!");
    desk.enter();
    CHECK(desk.form().missing == "what you found out is needed");
    const auto order = desk.write("the line was cut").write("words").press("y").value();
    CHECK(order.text == "the line was cut");
    CHECK_THAT(order.to_sign.text, Contains("verdict UNKNOWN\n"));
    CHECK_THAT(order.to_sign.text, Contains("note <the line was cut>\n"));
}

TEST_CASE("a check that became unknown while the form was open asks for the note too",
          "[unit][desk]")
{
    Evening desk{0, "CLEAR"};
    desk.enter().type("words").enter();
    desk.rows.days["north"].verdict = "UNKNOWN";
    desk.rows.days["north"].revision = 2;
    CHECK_FALSE(desk.press("y"));
    CHECK(desk.form().at == 0);
    CHECK_THAT(desk.form().missing, Contains("the day is UNKNOWN"));
}

TEST_CASE("a check that was revised while the form was open is signed as it is now", "[unit][desk]")
{
    Evening desk{0, "CLEAR"};
    desk.enter().type("words").enter();
    desk.rows.days["north"].verdict = "VIOLATIONS";
    desk.rows.days["north"].revision = 2;
    CHECK(desk.sentences().at(1) == "The result stays VIOLATIONS.");
    const auto order = desk.press("y").value();
    CHECK(order.revision == 2);
    CHECK_THAT(order.to_sign.text, Contains("revision 2\nverdict VIOLATIONS\n"));
}

TEST_CASE("a day that somebody signed meanwhile is not signed again", "[unit][desk]")
{
    Evening desk{0, "CLEAR"};
    desk.enter().type("words").enter();
    desk.rows.days["north"].signature.by = "mia";
    CHECK_FALSE(desk.press("y"));
    CHECK_THAT(desk.form().missing, Contains("signed meanwhile"));
    desk.rows.days.clear();
    CHECK_FALSE(desk.press("y"));
    CHECK(desk.sentences() ==
          std::vector<std::string>{"The check of this day has not been made yet."});
}
