// The desk's Greetings: does it say which mailbox is wrong, why, and what somebody does about it?

#include <catch2/catch.hpp>

#include "tests/unit/wallboard_desk_people.hpp"

using namespace wallboard;
using namespace wallboard::test;
using Catch::Matchers::Contains;

TEST_CASE("wrong greetings come first, then those that nobody knows", "[unit][desk][greetings]")
{
    PeopleDesk desk{Page::greetings};
    desk.mailbox("m1", "ada");
    desk.mailbox("m2", "ben").greeting = "not_known";
    desk.mailbox("m3", "cleo").fault = "GREETING_NO_HOURS";
    desk.mailbox("m4", "dan").barred_since = at("09:00:00");
    desk.mailbox("shared", "").greeting = "not_known";

    const auto page = desk.page();
    const auto& list = page.lists.at(0);
    CHECK(ids(list) == std::vector<std::string>{"m3", "m4", "m2", "m1", "shared"});
    CHECK(words(list.rows[0].cells[0]) == "[no hours named]");
    CHECK(words(list.rows[1].cells[0]) == "[takes no messages]");
    CHECK(list.rows[2].standing == Standing::unknown);
    CHECK(words(list.rows[3].cells[0]) == "good");
    CHECK(words(list.rows[4].cells[0]) == "shared");

    CHECK(page.tiles[0].figure == "1");
    CHECK(page.tiles[1].figure == "1");
    CHECK(page.tiles[1].standing == Standing::unknown);
    CHECK(page.tiles[2].figure == "1");
}

TEST_CASE("what makes a greeting out of date is told by what it says", "[unit][desk][greetings]")
{
    PeopleDesk desk{Page::greetings};
    auto& mailbox = desk.mailbox("m1", "ada");
    mailbox.fault = "GREETING_STALE";
    mailbox.greeting = "away";
    mailbox.returns_at = at("09:00:00");
    CHECK_THAT(panel_text(desk.page()), Contains("by a time that has passed"));

    mailbox.returns_at = at("12:00:00");
    CHECK_THAT(panel_text(desk.page()), Contains("and she is back"));
    CHECK_THAT(panel_text(desk.page()), Contains("it says: away to 12:00, no key"));

    mailbox.greeting = "in_office";
    CHECK_THAT(panel_text(desk.page()), Contains("recorded for another day"));
}

TEST_CASE("the life of a greeting is told in the order of time", "[unit][desk][greetings]")
{
    PeopleDesk desk{Page::greetings};
    auto& mailbox = desk.mailbox("m1", "ada");
    mailbox.greeting = "away";
    mailbox.returns_at = at("12:00:00");
    mailbox.fault = "GREETING_AWAY_INCOMPLETE";
    mailbox.fault_since = at("09:15:00");
    CHECK_THAT(panel_text(desk.page()), Contains("08:30 heard and attested\n"
                                                 "09:15 away, no date\n"
                                                 "12:00 back, as it says\n"));
}

TEST_CASE("a key of a supervisor attests, a key of a manager also verifies access",
          "[unit][desk][greetings]")
{
    PeopleDesk supervisor{Page::greetings};
    supervisor.mailbox("m1", "ada");
    supervisor.standards().script_state = "OUTDATED";
    CHECK(supervisor.deeds() == "tk");
    supervisor.standards().script_state = "NOT_ASKED";
    CHECK(supervisor.deeds() == "t");

    PeopleDesk manager{Page::greetings, "manager"};
    manager.mailbox("m1", "ada");
    manager.standards().script_state = "NOT_APPROVED";
    CHECK(manager.deeds() == "tvk");
    manager.press(U'v');
    const auto order = manager.fill({"from my own telephone"});
    REQUIRE(order);
    CHECK(order->deed == desk::Deed::verify_access);
    CHECK(order->subject == "m1");
    CHECK(order->text == "from my own telephone");
}

TEST_CASE("the version that is required is written in the form of the scripts",
          "[unit][desk][greetings]")
{
    PeopleDesk desk{Page::greetings};
    desk.standards().script_state = "OUTDATED";
    desk.standards().script_required = "2026-3";
    desk.press(U'k');
    const auto order = desk.fill({""});
    REQUIRE(order);
    CHECK(order->deed == desk::Deed::attest_script);
    CHECK(order->subject == "north");
    CHECK(order->choice == "2026-3");
}

TEST_CASE("scripts and options that are wrong have a badge and say what is wrong",
          "[unit][desk][greetings]")
{
    PeopleDesk desk{Page::greetings};
    desk.standards().script_state = "OUTDATED";
    desk.standards().script_required = "2026-3";
    desk.standards().script_version = "2026-2";
    desk.standards().script_attested_by = "sue";
    desk.standards().routes = {{"1", "queue", "q1", ""}, {"3", "mailbox", "m9", "departed"}};
    const auto page = desk.page();
    REQUIRE(page.checklist);
    REQUIRE(page.checklist->checks.size() == 2);
    CHECK(page.checklist->checks[0].badge->word == "outdated");
    CHECK_THAT(page.checklist->checks[0].detail.full,
               Contains("2026-3 is required; 2026-2 is spoken, attested by sue"));
    CHECK(page.checklist->checks[1].detail.full ==
          "Option 3 leads to mailbox m9: its owner has left.");
    CHECK(page.tiles[3].figure == "1");
    CHECK(page.tiles[3].context.full == "option 3");

    desk.standards().routes.pop_back();
    CHECK_FALSE(desk.page().checklist->checks[1].badge);
}

TEST_CASE("greetings that were not answered are not known, and not zero", "[unit][desk][greetings]")
{
    PeopleDesk desk{Page::greetings};
    CHECK(desk.page().tiles[0].figure == "?");
    CHECK(desk.page().lists.at(0).empty == "not known yet: no answer from the collector");
    desk.rows.refused["standards north"] = "you supervise another location";
    CHECK(desk.page().lists.at(0).empty == "you supervise another location");
    CHECK(desk.deeds().empty());
}

TEST_CASE("of many mailboxes those around the selected one are shown", "[unit][desk][greetings]")
{
    PeopleDesk desk{Page::greetings};
    for (int i = 100; i < 300; ++i) desk.mailbox("m" + std::to_string(i), "p" + std::to_string(i));
    desk.state.selected[Page::greetings] = "m217";
    const auto page = desk.page(3'368, 1'895);
    const auto& list = page.lists.at(0);
    REQUIRE(list.selected);
    CHECK(list.rows[*list.selected].id == "m217");
    CHECK_THAT(list.more, Contains("of 200"));
    const float used =
        desk::list_head + desk::list_pitch * static_cast<float>(list.rows.size() + 1);
    CHECK(used <= list.box.h);
    CHECK(list.box.bottom() < page.checklist->box.y);
}
