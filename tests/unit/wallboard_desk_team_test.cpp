// The desk's Team: who answers the telephone, who is away, what a supervisor owes them. By name,
// never by a figure.

#include <catch2/catch.hpp>

#include "tests/unit/wallboard_desk_people.hpp"

using namespace wallboard;
using namespace wallboard::test;
using Catch::Matchers::Contains;

TEST_CASE("operators come by name whatever their figures, then everybody else",
          "[unit][desk][team]")
{
    PeopleDesk desk{Page::team};
    desk.person("p1", "Zoe");
    desk.person("p2", "Ada");
    desk.person("p3", "Ben");
    desk.person("p4", "Left").has_left = true;
    desk.counted("d1", "p1").answered = 60;
    desk.counted("d2", "p2").answered = 1;
    desk.at_telephone("d1", "p1", "ready");
    desk.at_telephone("d2", "p2", "ready", "telephone_on");
    desk.at_telephone("d9", "", "unreachable");

    const auto page = desk.page();
    CHECK(ids(page.lists.at(0)) == std::vector<std::string>{"p2", "p1", "d9"});
    CHECK(ids(page.lists.at(1)) == std::vector<std::string>{"p3"});
    CHECK(page.lists[0].rows[0].cells[1].mark == Mark::phone_only);
    CHECK(page.lists[0].rows[0].cells[2].unit == "presence not known");
    CHECK(page.lists[0].rows[1].cells[1].mark == Mark::free);
    CHECK(page.lists[0].rows[2].cells[0].unit == "nobody's telephone");
}

TEST_CASE("who is rung in two queues and at two telephones is one operator", "[unit][desk][team]")
{
    PeopleDesk desk{Page::team};
    desk.person("p1", "Ada");
    auto& first = desk.counted("d1", "p1");
    first.answered = 5;
    first.longest_ring = 9s;
    auto& second = desk.counted("d1", "p1");
    second.answered = 7;
    second.longest_ring = 4s;
    desk.at_telephone("d1", "p1", "unreachable");
    desk.at_telephone("d2", "p1", "ready", "queue_membership", true);

    const auto page = desk.page();
    REQUIRE(page.lists.at(0).rows.size() == 1);
    CHECK(words(page.lists[0].rows[0].cells[1]) == "on a call");
    CHECK_THAT(panel_text(page), Contains("answered: 12\n"));
    CHECK_THAT(panel_text(page), Contains("longest ring: 0:09\n"));
    CHECK_THAT(panel_text(page), Contains("telephone: d1, d2\n"));
    CHECK(page.tiles[1].figure == "1");
    CHECK(page.tiles[1].context.full == "of 1");
}

TEST_CASE("training that nobody recorded is said, and what is not known is not",
          "[unit][desk][team]")
{
    PeopleDesk desk{Page::team};
    desk.person("p1", "Ada");
    desk.counted("d1", "p1").trained_on.clear();
    desk.at_telephone("d1", "p1", "ready");
    desk.person("p2", "Ben");
    desk.at_telephone("d2", "p2", "paused");

    const auto page = desk.page();
    CHECK(words(page.lists.at(0).rows[0].cells[3]) == "[not recorded]");
    CHECK(words(page.lists.at(0).rows[1].cells[3]) == "?");
    CHECK(page.tiles[4].figure == "1");
    CHECK(page.tiles[4].standing == Standing::warning);
    CHECK_THAT(panel_text(page), Contains("Training not recorded."));
}

TEST_CASE("who is away with open messages and nobody who answers is amber", "[unit][desk][team]")
{
    PeopleDesk desk{Page::team};
    desk.person("p1", "Ada");
    desk.person("p2", "Ben");
    auto& ada = desk.away("p1");
    ada.no_cover = true;
    ada.to = at("12:00:00");
    desk.away("p2").cover = "p1";
    desk.message("p1");
    desk.message("p1", "HEARD");
    desk.message("p2", "RETURNED");

    const auto page = desk.page();
    const auto& rows = page.lists.at(1).rows;
    CHECK(words(rows[0].cells[1]) == "away until 12:00");
    CHECK(words(rows[0].cells[2]) == "[NO COVER]");
    CHECK(rows[0].standing == Standing::warning);
    CHECK(words(rows[0].cells[3]) == "2");
    CHECK(words(rows[1].cells[2]) == "Ada");
    CHECK(words(rows[1].cells[3]) == "0");
    CHECK(rows[1].standing == Standing::normal);
    CHECK(page.tiles[3].figure == "2");
    CHECK(page.tiles[3].context.full == "1 NO COVER");
}

TEST_CASE("who has no supervisor is amber, and it is said what that does", "[unit][desk][team]")
{
    PeopleDesk desk{Page::team};
    desk.person("p1", "Ada").supervisor.clear();
    const auto page = desk.page();
    CHECK(words(page.lists.at(1).rows[0].cells[4]) == "[no supervisor]");
    CHECK_THAT(panel_text(page), Contains("no day here is clear"));
}

TEST_CASE("a list of messages that ends at its bound counts at least so many", "[unit][desk][team]")
{
    PeopleDesk desk{Page::team};
    desk.person("p1", "Ada");
    desk.message("p1");
    desk.rows.messages_total = 12'000;
    CHECK(words(desk.page().lists.at(1).rows[0].cells[3]) == "1+");
    desk.rows.messages_known = false;
    CHECK(words(desk.page().lists.at(1).rows[0].cells[3]) == "?");
}

TEST_CASE("nobody who can answer is told as on the wall", "[unit][desk][team]")
{
    PeopleDesk desk{Page::team};
    desk.at_telephone("d1", "", "paused");
    auto& place = desk.board.locations[0];
    place.operators_staffed = 0;
    place.operators_on_call = 0;
    place.no_operator_since = at("09:50:00");
    place.no_operator_alarm = true;
    const auto tile = desk.page().tiles.at(0);
    CHECK(tile.word.full == "NO OPERATOR");
    CHECK(tile.context.full == "since 09:50");
    CHECK(tile.standing == Standing::action);
}

TEST_CASE("what was not answered is not known, and what was refused says why", "[unit][desk][team]")
{
    PeopleDesk desk{Page::team};
    auto page = desk.page();
    for (const auto& tile : page.tiles) CHECK(tile.figure == "?");
    CHECK(page.lists.at(0).empty == "not known yet: no answer from the collector");
    CHECK(page.lists.at(1).empty == "not known yet: no answer from the collector");
    desk.rows.refused["operators north"] = "you supervise another location";
    CHECK(desk.page().lists.at(0).empty == "you supervise another location");
}

TEST_CASE("both lists have room for some, and the selected one is among them", "[unit][desk][team]")
{
    PeopleDesk desk{Page::team};
    for (int i = 100; i < 160; ++i) {
        const auto id = std::to_string(i);
        desk.person("p" + id, "Name " + id);
        if (i < 130) desk.at_telephone("d" + id, "p" + id, "ready");
    }
    for (const std::string selected : {"p117", "p151"}) {
        desk.state.selected[Page::team] = selected;
        const auto page = desk.page(3'368, 1'895);
        const auto& list = page.lists.at(selected == "p117" ? 0 : 1);
        REQUIRE(list.selected);
        CHECK(list.rows[*list.selected].id == selected);
        CHECK(page.lists[0].rows.size() >= 1);
        CHECK(page.lists[1].rows.size() >= 1);
        CHECK(page.lists[0].box.bottom() < page.lists[1].box.y);
    }
}
