// Does the desk's Departures say whose mailbox is still connected, what proves that it is off, who
// answers it until then, and who may do what? Requirements TS-9 to TS-9d.

#include <catch2/catch.hpp>

#include "tests/unit/wallboard_departed_vocabulary.hpp"

using namespace wallboard;
using namespace wallboard::test;
using desk::Lamp;

namespace {

using Lamps = std::vector<Lamp>;

std::vector<desk::Proof> proofs(const desk::PageParts& page)
{
    std::vector<desk::Proof> all;
    for (const auto& item : page.panel.items)
        if (const auto* proof = std::get_if<desk::Proof>(&item)) all.push_back(*proof);
    return all;
}

std::vector<desk::Remark> remarks(const desk::PageParts& page)
{
    std::vector<desk::Remark> all;
    for (const auto& item : page.panel.items)
        if (const auto* remark = std::get_if<desk::Remark>(&item)) all.push_back(*remark);
    return all;
}

std::vector<std::string> ids(const desk::List& list)
{
    std::vector<std::string> all;
    for (const auto& row : list.rows) all.push_back(row.id);
    return all;
}

}  // namespace

TEST_CASE("a pending mailbox is amber by local days, and red once it is overdue or reopened",
          "[unit][wallboard][desk][departures]")
{
    DepartedDesk office;
    office.left("sw1/1");
    office.left("sw1/2").effective_at = at("12:00:00");
    office.left("sw1/3").effective_at = at("17:00:00") - 4 * 24h;
    office.rows.departures.back().overdue = true;
    office.left("sw1/4").reopened_at = at("10:12:00");
    office.left("sw1/5").effective_at = at("17:00:00") + 3 * 24h;

    const auto rows = office.page().lists[0].rows;
    CHECK(rows[0].cells[0].badge == Badge{Standing::warning, "1 day", {}});
    CHECK(rows[0].standing == Standing::warning);
    CHECK(rows[1].cells[0].badge == Badge{Standing::warning, "today", {}});
    CHECK(rows[2].cells[0].badge == Badge{Standing::action, "4 days", {}});
    CHECK(rows[2].standing == Standing::action);
    CHECK(rows[3].cells[0].badge == Badge{Standing::action, "reopened", {}});
    CHECK(rows[3].standing == Standing::action);
    CHECK(rows[4].cells[0].text == "in 3 days");
    CHECK(rows[4].standing == Standing::normal);
}

TEST_CASE("whoever leaves at midnight had her last day before it",
          "[unit][wallboard][desk][departures]")
{
    DepartedDesk office;
    office.left("sw1/1").effective_at = at("00:00:00");
    CHECK(office.page().lists[0].rows[0].cells[3].text == "Mon 23 Nov");
    office.rows.departures[0].effective_at += 1min;
    CHECK(office.page().lists[0].rows[0].cells[3].text == "Tue 24 Nov");
}

TEST_CASE("a mailbox that nobody answers says so in amber", "[unit][wallboard][desk][departures]")
{
    DepartedDesk office;
    office.left("sw1/1");
    auto& one = office.left("sw1/2", "x2");
    one.cover.clear();
    one.open_messages = 2;
    auto page = office.page();
    CHECK(page.lists[0].rows[0].cells[5].text == "Lena Fischer");
    CHECK(page.lists[0].rows[1].cells[5].badge == Badge{Standing::warning, "nobody", {}});
    CHECK(page.tiles[1].figure == "1");
    CHECK(page.tiles[1].standing == Standing::warning);
    CHECK(page.tiles[1].context.full == "Harbor, 2 open");
    CHECK(page.tiles[2].figure == "2");

    // Whoever goes next week still answers it herself.
    office.rows.departures[1].effective_at = at("17:00:00") + 24h;
    page = office.page();
    CHECK(page.lists[0].rows[1].cells[5].text == "\u2013");
    CHECK(page.tiles[1].standing == Standing::normal);
}

TEST_CASE("each proof has a lamp: yes, not yet, not known", "[unit][wallboard][desk][departures]")
{
    DepartedDesk office;
    office.left("sw1/1");
    auto& asked = office.left("sw1/2");
    asked.requested_by.clear();
    asked.observed = "there";
    office.left("sw1/3").observed = "not known";
    const auto rows = office.page().lists[0].rows;
    CHECK(rows[0].lamps == Lamps{Lamp::yes, Lamp::yes, Lamp::no});
    CHECK(rows[1].lamps == Lamps{Lamp::no, Lamp::no, Lamp::no});
    CHECK(rows[2].lamps == Lamps{Lamp::yes, Lamp::unknown, Lamp::no});
    office.state.selected[Page::departures] = "sw1/2";
    CHECK(proofs(office.page())[1].text == "Mailbox 2 is still listed");
    CHECK(proofs(office.page())[1].detail == "in every list since 13:58");
    office.state.selected[Page::departures] = "sw1/3";
    CHECK(proofs(office.page())[1].text == "Mailbox 3: not known");
    CHECK(office.page().lists[0].columns.size() == rows[0].cells.size() + rows[0].lamps.size());
}

TEST_CASE("a list from before a message that came proves nothing any more",
          "[unit][wallboard][desk][departures]")
{
    DepartedDesk office;
    office.left("pbx1/2217@default").reopened_at = at("14:00:00");
    auto page = office.page();
    CHECK(page.lists[0].rows[0].lamps[1] == Lamp::unknown);
    CHECK(proofs(page)[1].text == "Mailbox 2217 was off, and still took a message");
    CHECK(proofs(page)[1].detail == "its list without it is of 13:58, before the message");
    CHECK(remarks(page)[0].text == "A message came after it was confirmed");
    CHECK(remarks(page)[0].standing == Standing::action);

    office.rows.departures[0].observed_at = at("14:05:00");
    CHECK(office.page().lists[0].rows[0].lamps[1] == Lamp::yes);
}

TEST_CASE("a manager who did not ask for it may confirm, and is told so",
          "[unit][wallboard][desk][departures]")
{
    DepartedDesk office;
    office.left("pbx1/2217@default");
    auto page = office.page();
    CHECK(proofs(page)[0].text == "Asked for by Marta Álvarez");
    CHECK(proofs(page)[0].detail == "Mon 17:26, \u201cresigned\u201d");
    CHECK(proofs(page)[1].text == "Mailbox 2217 is no longer listed");
    CHECK(proofs(page)[2].text == "Waiting for a manager other than Marta Álvarez");
    CHECK(proofs(page)[2].detail == "you, Ruth Okafor, may confirm");
    CHECK(page.tiles[3].figure == "1");
    CHECK(office.keys() == "gfh");

    office.rows.departures[0].requested_by = "m1";
    page = office.page();
    CHECK(proofs(page)[0].text == "Asked for by you");
    CHECK(proofs(page)[2].text == "Waiting for a manager other than you");
    CHECK(proofs(page)[2].detail == "who asks does not confirm");
    CHECK(page.tiles[3].figure == "0");
    CHECK(office.keys() == "gh");
}

TEST_CASE("a supervisor asks and names who answers, and neither confirms nor hands over",
          "[unit][wallboard][desk][departures]")
{
    DepartedDesk office;
    office.state.me = {"s1", "supervisor"};
    auto& one = office.left("sw1/1");
    CHECK(office.keys() == "g");
    one.requested_by.clear();
    one.state = "DISCONNECT_PENDING";
    CHECK(office.keys() == "gq");
    CHECK(proofs(office.page())[2].text == "Waiting for the request");
    CHECK(office.page().tiles[3].figure == "1");
    one.requested_by = "m2";
    CHECK(proofs(office.page())[2].detail == "your key is no manager's");
}

TEST_CASE("nobody may confirm while a message in it is open, and the panel says why",
          "[unit][wallboard][desk][departures]")
{
    DepartedDesk office;
    office.left("sw1/1").open_messages = 2;
    desk::Message message;
    message.mailbox = "sw1/1";
    message.deadline = at("16:30:00");
    office.rows.messages = {message};
    auto page = office.page();
    CHECK(office.keys() == "gh");
    CHECK(proofs(page)[2].detail == "not while 2 messages are open in it: call back first");
    CHECK(remarks(page)[0].text == "2 messages still open in it");
    CHECK(remarks(page)[0].detail == "Lena Fischer answers it, due 16:30");
    CHECK(remarks(page)[0].standing == Standing::warning);
    CHECK(page.tiles[3].figure == "0");
    CHECK(page.tiles[3].context.full == "1 kept back by messages");
    CHECK(page.tiles[2].context.full == "due 16:30");
    CHECK(page.tiles[2].standing == Standing::normal);

    office.rows.messages[0].flags = {"OVERDUE"};
    page = office.page();
    CHECK(remarks(page)[0].standing == Standing::action);
    CHECK(remarks(page)[0].detail == "Lena Fischer answers it, 1 overdue");
    CHECK(page.tiles[2].context.full == "1 overdue");
    CHECK(page.tiles[2].standing == Standing::action);
}

TEST_CASE("what a confirmation would be recorded as is said before",
          "[unit][wallboard][desk][departures]")
{
    DepartedDesk office;
    office.left("sw1/1").observed = "not known";
    CHECK(proofs(office.page())[2].detail ==
          "you, Ruth Okafor, may confirm; it would be recorded as not verified");
}

TEST_CASE("those confirmed in the last 30 days stand below, the last one first",
          "[unit][wallboard][desk][departures]")
{
    DepartedDesk office;
    office.confirmed("sw1/8", 31 * 24h);
    office.confirmed("sw1/6", 5 * 24h);
    office.confirmed("sw1/7", 2h).state = "CONFIRMED_UNVERIFIED";
    office.left("sw1/1");
    auto& handed = office.left("sw1/9");
    handed.state = "HANDED_OVER";
    handed.successor = "p1";
    handed.handed_over_by = "m2";
    handed.handed_over_at = at("14:12:05") - 6 * 24h;
    handed.is_signed = true;
    auto long_ago = handed;
    long_ago.mailbox = "sw1/10";
    long_ago.handed_over_at = at("14:12:05") - 31 * 24h;
    office.rows.departures.push_back(long_ago);

    const auto page = office.page();
    CHECK(ids(page.lists[0]) == std::vector<std::string>{"sw1/1"});
    CHECK(ids(page.lists[1]) == std::vector<std::string>{"sw1/7", "sw1/6", "sw1/9"});
    const auto& rows = page.lists[1].rows;
    CHECK(rows[0].cells[2].text == "12:12");
    CHECK(rows[0].cells[4].text == "Paul Dietz");
    CHECK(rows[0].cells[5].badge == Badge{Standing::unknown, "not verified", {}});
    CHECK(rows[1].cells[5].text == "gone, seen 13:58");
    CHECK(rows[2].cells[2].text == "Wed 14:12");
    CHECK(rows[2].cells[4].text == "Paul Dietz");
    CHECK(rows[2].cells[4].unit.empty());
    CHECK(rows[2].cells[5].text == "handed to Lena Fischer");
}

TEST_CASE("of a hand-over the panel says when, by whom, and whether it was signed",
          "[unit][wallboard][desk][departures]")
{
    DepartedDesk office;
    auto& one = office.left("sw1/1");
    one.state = "HANDED_OVER";
    one.successor = "p1";
    one.handed_over_by = "m2";
    one.handed_over_at = at("13:05:00");
    CHECK(proofs(office.page())[2].text == "Handed over to Lena Fischer");
    CHECK(proofs(office.page())[2].detail ==
          "13:05 by Paul Dietz, not signed: hand-overs were not then");
    CHECK(office.page().lists[1].rows[0].cells[4].unit == "not signed");
    one.is_signed = true;
    one.handed_over_by = "m1";
    CHECK(proofs(office.page())[2].detail ==
          "13:05 by you, signed: it has a new owner and stays connected");
    CHECK(office.page().lists[1].rows[0].cells[4].unit.empty());
}

TEST_CASE("an answer that was cut says how many are left out, and which",
          "[unit][wallboard][desk][departures]")
{
    DepartedDesk office;
    office.left("sw1/1");
    office.confirmed("sw1/2", 1h);
    office.rows.departures_total = 2;
    CHECK(office.page().lists[1].aside.empty());
    office.rows.departures_total = 1'240;
    CHECK(office.page().lists[1].aside == "2 of 1\u2009240 told, the newest");
    office.rows.departures.pop_back();
    CHECK(office.page().lists[1].aside == "1 of 1\u2009240 told, the longest pending");
}

TEST_CASE("one that was confirmed again after it was reopened is done",
          "[unit][wallboard][desk][departures]")
{
    DepartedDesk office;
    office.confirmed("sw1/1", 1h).reopened_at = at("10:00:00");
    const auto page = office.page();
    CHECK(page.lists[0].rows.empty());
    CHECK(page.lists[1].rows.size() == 1);
    CHECK(page.tiles[0].standing == Standing::normal);
    CHECK(office.keys().empty());
    CHECK(proofs(page)[2].text == "Confirmed by Paul Dietz");
}

TEST_CASE("the tile of those for too long names the workdays and is red",
          "[unit][wallboard][desk][departures]")
{
    DepartedDesk office;
    office.snapshot.locations[1].departures.red_after_workdays = 1;
    office.left("sw1/1").overdue = true;
    office.left("sw1/2", "x2");
    CHECK(office.page().tiles[0].word.full == "over 1 workday");
    CHECK(office.page().tiles[0].figure == "1");
    CHECK(office.page().tiles[0].standing == Standing::action);
    CHECK(office.page().tiles[0].context.full == "still connected");
    office.state.location = "harbor";
    CHECK(office.page().tiles[0].figure == "0");
    CHECK(office.page().tiles[0].standing == Standing::normal);
}

TEST_CASE("nothing known is neither zero nor done", "[unit][wallboard][desk][departures]")
{
    DepartedDesk office;
    office.rows.departures_known = false;
    for (const auto& tile : office.page().tiles) {
        CHECK(tile.figure == "?");
        CHECK(tile.standing == Standing::unknown);
    }
    CHECK(office.page().lists[0].empty == "not known yet: no answer from the collector");
    office.rows.refused["departures"] = "a key of role viewer may not read the audit records";
    CHECK(office.page().lists[0].empty == "a key of role viewer may not read the audit records");
    office.rows.refused.clear();
    office.rows.departures_known = true;
    CHECK(office.page().lists[0].empty == "no mailbox of somebody who left is still connected");
    CHECK(office.page().tiles[0].figure == "0");
}

TEST_CASE("many pending ones leave room for two that ended, and the selected one is shown",
          "[unit][wallboard][desk][departures]")
{
    DepartedDesk office;
    for (int i = 0; i < 60; ++i) office.left("sw1/" + std::to_string(100 + i));
    for (int i = 0; i < 5; ++i) office.confirmed("sw1/" + std::to_string(200 + i), 1h * (i + 1));
    office.state.selected[Page::departures] = "sw1/115";
    const auto page = office.page();
    const auto& first = page.lists[0];
    REQUIRE(first.selected);
    CHECK(first.rows[*first.selected].id == "sw1/115");
    CHECK(first.more.find("of 60") != std::string::npos);
    const float rows = static_cast<float>(first.rows.size() + 2) * desk::list_pitch;
    CHECK(desk::list_head + rows <= first.box.h);
    CHECK(page.lists[1].box.h >= 2 * desk::list_head + 2 * desk::list_pitch);
    CHECK(page.lists[1].rows.size() == 1);
    CHECK(page.lists[1].more == "rows 1 to 1 of 5");
    CHECK_FALSE(page.lists[1].selected);
}

TEST_CASE("a narrow window keeps the lamps and says the rest in a second line",
          "[unit][wallboard][desk][departures]")
{
    DepartedDesk office;
    office.layout.w = 3'395;
    office.left("sw1/1").open_messages = 3;
    office.left("sw1/2").cover.clear();
    const auto page = office.page();
    const auto& rows = page.lists[0].rows;
    CHECK(rows[0].cells.size() == 2);
    CHECK(rows[0].cells[1].unit == "3 open, Lena Fischer");
    CHECK(rows[1].cells[1].unit == "nobody answers");
    CHECK(rows[0].lamps.size() == 3);
    CHECK(page.lists[0].columns.size() == 5);
}
