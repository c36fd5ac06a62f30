// What does the form of a greeting ask for, say, and order?

#include <catch2/catch.hpp>

#include "tests/unit/desk_vocabulary.hpp"

using namespace wallboard;
using namespace wallboard::desk;
using namespace wallboard::desk::test;
using Desk = wallboard::desk::test::Desk;

namespace {

/// Ada's greeting was heard, and its form is open.
struct Heard : Desk {
    Heard()
    {
        knows("ada", "Ada Ruiz");
        greeting("sw1/201", "ada");
        page(Page::greetings).press("t");
    }
    Heard& enter()
    {
        Desk::enter();
        return *this;
    }
    Heard& write(const std::string& words)
    {
        type(words).enter();
        return *this;
    }
};

Instant since_midnight(Micros span) { return Instant{span}; }

}  // namespace

TEST_CASE("a greeting of the office is attested with the hours it promises", "[unit][desk]")
{
    Heard desk;
    desk.enter().write("15:30-17:00").enter().enter();
    CHECK(desk.sentences().at(0) ==
          "I, Sam Ortega, have heard the greeting of Ada Ruiz. It says: in the office, hours "
          "15:30-17:00.");
    const auto order = desk.press("y").value();
    CHECK(order.deed == Deed::attest_greeting);
    CHECK(order.subject == "sw1/201");
    CHECK(order.choice == "IN_OFFICE");
    CHECK(order.from == since_midnight(15h + 30min));
    CHECK(order.until == since_midnight(17h));
    CHECK(order.said == "greeting attested: Ada Ruiz");
}

TEST_CASE("a greeting that names no hours is attested so", "[unit][desk]")
{
    Heard desk;
    desk.enter().enter().enter().enter();
    CHECK_THAT(desk.sentences().at(0), Catch::EndsWith("in the office, hours none."));
    const auto order = desk.press("y").value();
    CHECK_FALSE(said(order.from));
    CHECK_FALSE(said(order.until));
}

TEST_CASE("an away greeting is attested with the return, local, and the key for help",
          "[unit][desk]")
{
    Heard desk;
    desk.press("2");
    desk.enter().enter().write("2026-11-30 09:00").write("0");
    CHECK(desk.sentences().at(0) ==
          "I, Sam Ortega, have heard the greeting of Ada Ruiz. It says: away, back 2026-11-30 "
          "09:00, key for help 0.");
    const auto order = desk.press("y").value();
    CHECK(order.choice == "AWAY");
    CHECK(order.until == at("09:00:00") + 6 * 24h);
    CHECK(order.text == "0");
}

TEST_CASE("hours of the office do not stand in an away greeting, nor a return in one of the office",
          "[unit][desk]")
{
    Heard away;
    away.press("2");
    away.enter().write("15:30-17:00").enter().enter();
    const auto gone = away.press("y").value();
    CHECK_FALSE(said(gone.from));
    CHECK_FALSE(said(gone.until));

    Heard here;
    here.enter().enter().write("2026-11-30 09:00").write("0");
    const auto office = here.press("y").value();
    CHECK_FALSE(said(office.until));
    CHECK(office.text.empty());
}

TEST_CASE("hours and times that are none are said at their field", "[unit][desk]")
{
    Heard desk;
    desk.enter().write("half past three").enter().enter();
    CHECK_FALSE(desk.press("y"));
    CHECK(desk.form().at == 1);
    CHECK(desk.form().missing == "hours are like 15:30-17:00");

    Heard away;
    away.press("2");
    away.enter().enter().write("Monday").enter();
    CHECK_FALSE(away.press("y"));
    CHECK(away.form().at == 2);
    CHECK(away.form().missing == "a time is like 2026-11-30 09:00");
}

TEST_CASE("hours are two times of a day, the earlier one first", "[unit][desk]")
{
    const auto hours = parse_hours("08:00-24:00");
    REQUIRE(hours);
    CHECK(hours->from == 8h);
    CHECK(hours->to == 24h);
    CHECK(parse_hours("9:05-17:00")->from == 9h + 5min);
    for (const auto* text : {"", "-", "15:30", "15:30-", "-17:00", "17:00-15:30", "17:00-17:00",
                             "15.30-17.00", "15:60-17:00", "15:30-24:01", "25:00-26:00",
                             "15:3-17:00", "15:30 - 17:00", "+9:00-17:00"})
        CHECK_FALSE(parse_hours(text));
}

TEST_CASE("a local time is a date and a clock, by the offset of its place", "[unit][desk]")
{
    CHECK(parse_local("2026-11-24 09:00", -6h) == at("09:00:00"));
    CHECK(parse_local("2026-11-24 9:00", -6h) == at("09:00:00"));
    for (const auto* text : {"", "2026-11-24", "2026-11-24 ", "2026-11-24T09:00",
                             "2026-11-31 09:00", "2026-11-24 25:00", "2026-11-24  9:00"})
        CHECK_FALSE(parse_local(text, -6h));
}

TEST_CASE("a mailbox that left the list cannot be attested", "[unit][desk]")
{
    Heard desk;
    desk.enter().enter().enter().enter();
    desk.rows.standards.clear();
    CHECK_FALSE(desk.press("y"));
    CHECK(desk.form().missing == "this mailbox is no longer on the list");
    CHECK(desk.sentences() == std::vector<std::string>{"This mailbox is no longer on the list."});
}
