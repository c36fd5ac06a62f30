// Absence and training at the desk, and local times that people type: across a change of clocks
// they are what the clocks of the location show, and one that does not exist is refused.

#include <catch2/catch.hpp>

#include "tests/unit/wallboard_desk_people.hpp"

using namespace wallboard;
using namespace wallboard::test;
using Catch::Matchers::Contains;

namespace {

/// A zone six hours behind that is put forward to five at 12:00 local time of the day of the tests:
/// there is no 12:30; and back at 16:00: 15:30 comes twice.
desk::Zones moving_clocks()
{
    desk::Zones zones;
    zones.offset = [](const std::string&, Instant when) -> std::optional<std::chrono::seconds> {
        const bool summer = when >= at("12:00:00") && when < at("15:00:00");
        return summer ? -5h : -6h;
    };
    zones.resolve = [](const std::string& zone, Micros local) -> desk::ZoneTime {
        using Kind = desk::ZoneTime::Kind;
        if (zone == "nowhere") return {};
        const Instant winter{local + 6h};
        if (winter < at("12:00:00")) return {Kind::once, winter};
        if (winter < at("13:00:00")) return {Kind::never, at("12:00:00")};
        if (winter < at("15:00:00")) return {Kind::once, winter - 1h};
        if (winter < at("16:00:00")) return {Kind::twice, winter - 1h};
        return {Kind::once, winter};
    };
    return zones;
}

struct AwayForm : PeopleDesk {
    AwayForm() : PeopleDesk{Page::team}
    {
        person("p1", "Ada Ruiz");
        person("p2", "Ben Osei");
        standards();
    }
};

std::string all_text(const PeopleDesk& desk) { return panel_text(desk.page()); }

}  // namespace

TEST_CASE("an absence begins now and has no end unless they are said", "[unit][desk][absence]")
{
    AwayForm desk;
    CHECK(desk.deeds() == "bn");
    desk.press(U'b');
    const auto order = desk.fill({"", "", ""});
    REQUIRE(order);
    CHECK(order->deed == desk::Deed::add_absence);
    CHECK(order->subject == "p1");
    CHECK(order->from == at("10:00:00"));
    CHECK_FALSE(said(order->until));
    CHECK(order->person.empty());
}

TEST_CASE("a cover is found by part of her name, and is not herself", "[unit][desk][absence]")
{
    AwayForm desk;
    desk.press(U'b');
    CHECK_FALSE(desk.fill({"", "2026-11-24 11:00", "ruiz"}));
    CHECK(desk.state.form->missing == "nobody covers for herself");
    desk.state.form->fields[2].text.clear();
    const auto order = desk.fill({"osei"});
    REQUIRE(order);
    CHECK(order->person == "p2");
    CHECK(order->until == at("11:00:00"));
}

TEST_CASE("a local time beyond a change of clocks is what the clocks will show",
          "[unit][desk][absence]")
{
    AwayForm desk;
    desk.zones = moving_clocks();
    desk.press(U'b');
    const auto order = desk.fill({"2026-11-24 11:00", "2026-11-24 14:00", ""});
    REQUIRE(order);
    CHECK(order->from == at("11:00:00"));
    CHECK(order->until == at("13:00:00"));
}

TEST_CASE("a local time that the clocks skip is refused with a sentence", "[unit][desk][absence]")
{
    AwayForm desk;
    desk.zones = moving_clocks();
    desk.press(U'b');
    CHECK_FALSE(desk.fill({"", "2026-11-24 12:30", ""}));
    CHECK(desk.state.form->missing ==
          "there is no 12:30 on 2026-11-24: the clocks go from 12:00 to 13:00");
    CHECK(desk.state.form->at == 1);
}

TEST_CASE("of a local time that comes twice it is said which is recorded", "[unit][desk][absence]")
{
    AwayForm desk;
    desk.zones = moving_clocks();
    desk.press(U'b');
    desk.press(desk::Key::enter);
    desk.write("2026-11-24 15:30");
    CHECK_THAT(all_text(desk), Contains("show 15:30 twice"));
}

TEST_CASE("a zone that is not known here is said, and never guessed", "[unit][desk][absence]")
{
    AwayForm desk;
    desk.zones = moving_clocks();
    desk.board.locations[0].zone = "nowhere";
    desk.press(U'b');
    CHECK_FALSE(desk.fill({"2026-11-24 11:00", "", ""}));
    CHECK_THAT(desk.state.form->missing, Contains("\"nowhere\" is not known"));
}

TEST_CASE("the return of an away greeting is typed in the location's own clock too",
          "[unit][desk][absence]")
{
    PeopleDesk desk{Page::greetings};
    desk.zones = moving_clocks();
    desk.mailbox("m1", "ada");
    desk.press(U't');
    desk.press(desk::Key::right);
    desk.press(desk::Key::enter);
    const auto order = desk.fill({"", "2026-11-24 14:00", "0"});
    REQUIRE(order);
    CHECK(order->choice == "AWAY");
    CHECK(order->until == at("13:00:00"));
    CHECK(order->text == "0");
}

TEST_CASE("what is recorded of an absence stands in the form that changes it",
          "[unit][desk][absence]")
{
    AwayForm desk;
    desk.zones = moving_clocks();
    auto& absence = desk.away("p1");
    absence.to = at("13:00:00");
    CHECK(desk.deeds() == "ben");
    desk.press(U'b');
    CHECK(desk.state.form->value("from") == "2026-11-24 08:00");
    CHECK(desk.state.form->value("to") == "2026-11-24 14:00");
    const auto order = desk.fill({"", "", "ben"});
    REQUIRE(order);
    CHECK(order->until == at("13:00:00"));
    CHECK(order->person == "p2");
}

TEST_CASE("who is back is recorded with a second key and nothing to write", "[unit][desk][absence]")
{
    AwayForm desk;
    desk.away("p1");
    CHECK_FALSE(desk.press(U'e'));
    CHECK_THAT(all_text(desk), Contains("Ada Ruiz is back, now"));
    const auto order = desk.press(U'y');
    REQUIRE(order);
    CHECK(order->deed == desk::Deed::end_absence);
    CHECK(order->subject == "p1");
}

TEST_CASE("a training is recorded with its day", "[unit][desk][absence]")
{
    AwayForm desk;
    desk.press(U'n');
    CHECK_FALSE(desk.fill({"20 November", ""}));
    CHECK(desk.state.form->missing == "a date is like 2026-11-20");
    desk.state.form->fields[0].text.clear();
    const auto order = desk.fill({"2026-11-20", ""});
    REQUIRE(order);
    CHECK(order->deed == desk::Deed::record_training);
    CHECK(order->choice == "2026-11-20");
}

TEST_CASE("an absence that begins later is told in the panel and, quietly, in the row",
          "[unit][desk][absence]")
{
    AwayForm desk;
    desk::Absent planned;
    planned.person = "p1";
    planned.from = at("08:00:00") + 6 * 24h;
    planned.to = at("17:00:00") + 8 * 24h;
    planned.cover = "p2";
    desk.standards().planned = {planned};
    CHECK_THAT(all_text(desk), Contains("away from: Mon 30 Nov 08:00\nuntil: Wed 2 Dec 17:00\n"
                                        "then answers: Ben Osei"));
    const auto cell = [&](std::size_t at) {
        return desk.page().lists.at(1).rows.at(0).cells.at(at);
    };
    CHECK(cell(1).text == "from Mon 30 Nov 08:00");
    CHECK(cell(1).tone == Tone::third);
    CHECK(cell(2).text == "Ben Osei");
    CHECK(desk.page().lists.at(1).rows.at(0).quiet);
    desk.standards().planned[0].to = not_said;
    desk.standards().planned[0].cover.clear();
    CHECK_THAT(all_text(desk), Contains("until: not known\nthen answers: nobody yet"));

    desk.at_telephone("d1", "p1", "ready");
    CHECK(desk.page().lists.at(0).rows.at(0).cells.at(0).unit == "away from Mon 30 Nov 08:00");
    // Who is away now is told as such.
    desk.away("p1");
    CHECK_THAT(all_text(desk), !Contains("away from: "));
    CHECK_THAT(desk.page().lists.at(0).rows.at(0).cells.at(0).unit, Contains("no end known"));
}

TEST_CASE("an absence that begins later can be changed and cancelled", "[unit][desk][absence]")
{
    AwayForm desk;
    desk::Absent planned;
    planned.person = "p1";
    planned.from = at("08:00:00") + 6 * 24h;
    planned.cover = "p2";
    desk.standards().planned = {planned};
    CHECK(desk.deeds() == "ben");
    CHECK(desk::deeds_on(desk.state, desk.known())[1].word == "Cancel absence");
    desk.press(U'b');
    CHECK(desk.state.form->fields[0].text.text() == "2026-11-30 08:00");
    CHECK(desk.state.form->fields[2].text.text() == "Ben Osei");
    desk.press(desk::Key::escape);
    desk.press(U'e');
    CHECK_THAT(all_text(desk), Contains("the absence of Ada Ruiz that was to begin is cancelled"));
    const auto order = desk.fill({});
    REQUIRE(order);
    CHECK(order->deed == desk::Deed::end_absence);
    CHECK(order->said == "absence cancelled: Ada Ruiz");
}
