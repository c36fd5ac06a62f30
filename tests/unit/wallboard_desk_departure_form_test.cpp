// What does a manager put her name under when a mailbox is switched off, word for word?

#include <catch2/catch.hpp>

#include "tests/unit/desk_vocabulary.hpp"

using namespace wallboard;
using namespace wallboard::desk;
using namespace wallboard::desk::test;
using Desk = wallboard::desk::test::Desk;

namespace {

/// The mailbox of Leo, who left on Monday.
struct Leaver : Desk {
    explicit Leaver(const std::string& requested_by = {}) : Desk{"manager"}
    {
        knows("leo", "Leo Varga").has_left = true;
        knows("ben", "Ben Okoye");
        Departure& row = departed("sw1/201", "leo");
        row.requested_by = requested_by;
        if (!requested_by.empty()) row.requested_at = at("09:30:00");
        page(Page::departures);
    }
};

}  // namespace

TEST_CASE("cover and a request name the mailbox and the person", "[unit][desk]")
{
    Leaver desk;
    desk.press("g");
    const auto cover = desk.type("okoye").enter().press("y").value();
    CHECK(cover.deed == Deed::cover);
    CHECK(cover.subject == "sw1/201");
    CHECK(cover.person == "ben");
    desk.recorded(cover);

    desk.press("q");
    const auto request = desk.type("resigned").enter().press("y").value();
    CHECK(request.deed == Deed::request_disconnection);
    CHECK(request.subject == "sw1/201");
    CHECK(request.text == "resigned");
    CHECK(request.to_sign.text.empty());
}

TEST_CASE("a mailbox that was settled meanwhile cannot be confirmed", "[unit][desk]")
{
    Leaver desk{"ada"};
    desk.press("f");
    desk.enter().type("words").enter();
    desk.rows.departures[0].state = "CONFIRMED";
    CHECK_FALSE(desk.press("y"));
    CHECK_THAT(desk.form().missing, Catch::Contains("no longer pending"));
}
