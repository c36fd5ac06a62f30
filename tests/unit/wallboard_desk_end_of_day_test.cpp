// Does the desk's End of day say how the day stands, what it rests on, and who has signed?

#include <catch2/catch.hpp>

#include "tests/unit/desk_vocabulary.hpp"
#include "wallboard/model/desk/end_of_day.hpp"

using namespace wallboard;
using namespace wallboard::desk;
using namespace wallboard::desk::test;
using Catch::Matchers::Contains;
using Desk = wallboard::desk::test::Desk;

namespace {

constexpr Layout wide{.shape = Shape::wide, .w = 5'050, .h = 2'840};
constexpr Layout low{.shape = Shape::wide, .w = 3'370, .h = 1'890};

/// Northside at 17:20, its day checked with this verdict on the board and in the record.
struct Evening : Desk {
    explicit Evening(Verdict verdict = Verdict::clear)
    {
        knows("ada", "Ada Ruiz");
        state.page = Page::end_of_day;
        now = board.as_of = at("17:20:00");
        board.locations[0].hours = Hours::closed;
        board.days = {wallboard::test::checked("north", verdict)};
        board.days[0].due = board.days[0].returned = 5;
        checked("north", verdict == Verdict::clear        ? "CLEAR"
                         : verdict == Verdict::violations ? "VIOLATIONS"
                                                          : "UNKNOWN");
    }
    Day& day() { return board.days[0]; }
    DayRecord& record() { return rows.days["north"]; }
    PageParts page(const Layout& layout = wide) const
    {
        return make_end_of_day(state, known(), layout);
    }
    DayHead head() const { return page().day.value(); }
    std::string checks(const Layout& layout = wide) const
    {
        std::string all;
        const PageParts parts = page(layout);
        for (const Check& one : parts.checklist->checks) all += one.title.full + "; ";
        return all;
    }
    /// All of the panel, a line each.
    std::string panel() const
    {
        std::string all;
        for (const PanelItem& item : page().panel.items) {
            if (const auto* heading = std::get_if<Heading>(&item))
                all += heading->text.full + " " + heading->aside + "\n";
            if (const auto* sentence = std::get_if<Sentence>(&item)) all += sentence->text + "\n";
            if (const auto* pair = std::get_if<Pair>(&item))
                all += pair->title + ": " + pair->value + "\n";
            if (const auto* remark = std::get_if<Remark>(&item)) all += remark->text + "\n";
        }
        return all;
    }
};

Item item(const std::string& number, const std::string& state, const std::string& finding = {})
{
    return {.number = number,
            .standard = "standard " + number,
            .state = state,
            .finding = finding,
            .action = {}};
}

}  // namespace

TEST_CASE("a clear day has a ring, and time to sign", "[unit][desk]")
{
    const DayHead head = Evening{}.head();
    CHECK(head.is_clear);
    CHECK(head.standing == Standing::normal);
    CHECK(head.word == "CLEAR");
    CHECK_THAT(head.sentence.full, Contains("Northside, Tue 24 Nov: every message due today"));
    CHECK(head.figure == "40:00");
    CHECK(head.figure_title == "left to sign, by 18:00");
}

TEST_CASE("a day that is clear because of attempts says so", "[unit][desk]")
{
    Evening desk;
    desk.day().attempted = 2;
    CHECK(desk.head().word == "CLEAR, 2 attempted");
    CHECK_THAT(desk.head().sentence.full, Contains("not everybody was reached"));
    CHECK(desk.page().checklist->checks.at(0).standing == Standing::warning);
}

TEST_CASE("violations are counted, in red", "[unit][desk]")
{
    Evening desk{Verdict::violations};
    desk.day().open = 3;
    desk.day().returned = 2;
    const DayHead head = desk.head();
    CHECK(head.standing == Standing::action);
    CHECK_FALSE(head.is_clear);
    CHECK(head.number == "3");
    CHECK(head.word == "VIOLATIONS");
}

TEST_CASE("what is not known is never clear", "[unit][desk]")
{
    Evening unknown{Verdict::unknown};
    CHECK(unknown.head().standing == Standing::unknown);
    CHECK(unknown.head().word == "UNKNOWN");
    CHECK_FALSE(unknown.head().is_clear);

    Evening provisional;
    provisional.day().provisional = true;
    CHECK(provisional.head().standing == Standing::unknown);
    CHECK_FALSE(provisional.head().is_clear);
}

TEST_CASE("before the check the time to it is told, and nothing is judged", "[unit][desk]")
{
    Evening desk;
    desk.now = desk.board.as_of = at("16:30:00");
    desk.board.locations[0].hours = Hours::open;
    desk.board.locations[0].due_today = 4;
    desk.day().judged = false;
    desk.record().revision = 0;
    const DayHead head = desk.head();
    CHECK(head.word == "30:00");
    CHECK(head.number == "4");
    CHECK_FALSE(head.is_clear);
    CHECK(head.figure.empty());
    CHECK_THAT(desk.panel(), Contains("Before the check"));
    CHECK(desk.page().panel.buttons.empty());
    CHECK(desk.page().lists.at(0).empty == "the day has not been checked yet");
}

TEST_CASE("a location that is not monitored has no verdict and no ring", "[unit][desk]")
{
    Evening desk;
    desk.board.locations[0].hours = Hours::not_yet_monitored;
    desk.day().monitored = false;
    const DayHead head = desk.head();
    CHECK_FALSE(head.is_clear);
    CHECK(head.figure.empty());
    CHECK_THAT(head.sentence.full, Contains("not judged here yet"));
}

TEST_CASE("a day that was not signed in time says since when", "[unit][desk]")
{
    Evening desk;
    desk.now = desk.board.as_of = at("18:05:00");
    CHECK(desk.head().figure == "5:00");
    CHECK(desk.head().figure_title == "not signed since 18:00");
}

TEST_CASE("a signed day says by whom, for whom, and what came after", "[unit][desk]")
{
    Evening desk;
    desk.day().signed_at = at("17:10:00");
    desk.record().signature = {
        .by = "ada", .on_behalf = false, .at = at("17:10:00"), .note = "all well"};
    CHECK(desk.head().figure == "17:10");
    CHECK(desk.head().figure_title == "signed");
    CHECK_THAT(desk.panel(), Contains("Ada Ruiz signed at 17:10."));
    CHECK_THAT(desk.panel(), Contains("note: all well"));
    CHECK_THAT(desk.panel(), Contains("verdict: CLEAR, not changed by signing"));
    CHECK(desk.page().panel.buttons.empty());

    desk.record().signature.on_behalf = true;
    desk.record().signature.late = true;
    desk.record().signature.exceptions = 2;
    desk.record().amendments = 1;
    CHECK_THAT(desk.panel(), Contains("Signed late"));
    CHECK_THAT(
        desk.panel(),
        Contains("Ada Ruiz, on behalf of the supervisor, signed at 17:10, with 2 exceptions."));
    CHECK_THAT(desk.panel(), Contains("1 amendment since"));
}

TEST_CASE("an unsigned day can be signed", "[unit][desk]")
{
    Evening desk;
    CHECK_THAT(desk.panel(), Contains("Not signed yet"));
    REQUIRE(desk.page().panel.buttons.size() == 1);
    CHECK(desk.page().panel.buttons[0].touch == Touch{letter(U's')});
}

TEST_CASE("items of the standards are told, the wrong ones first", "[unit][desk]")
{
    Evening desk;
    desk.record().items = {item("1", "KEPT"),   item("2", "BROKEN", "one caller"),
                           item("3", "BROKEN"), item("4", "NOT_KNOWN", "nobody saw"),
                           item("7", "OPEN"),   item("8", "A_STATE_OF_TOMORROW")};
    CHECK(desk.checks() ==
          "Item 2: standard 2; Item 4: standard 4; Item 8: standard 8; Messages due today; Mailbox "
          "lists agree; Every source heard at the check; Item 1: standard 1; ");
    const auto checks = desk.page().checklist->checks;
    CHECK(checks.at(0).standing == Standing::action);
    CHECK(checks.at(0).mark == Mark::square);
    CHECK(checks.at(0).detail.full == "one caller");
    CHECK(checks.at(1).standing == Standing::unknown);
    CHECK(checks.at(2).standing == Standing::unknown);
    CHECK(checks.at(6).mark == Mark::tick);
    CHECK(checks.at(6).detail.full == "kept");
}

TEST_CASE("where not all items have room, what is wrong stays, and nothing sticks out",
          "[unit][desk]")
{
    Evening desk;
    for (const auto* kept : {"1", "2", "4", "5", "6"})
        desk.record().items.push_back(item(kept, "KEPT"));
    desk.record().items.push_back(item("9", "BROKEN", "a mailbox"));
    const PageParts page = desk.page(low);
    REQUIRE_FALSE(page.checklist->checks.empty());
    CHECK(page.checklist->checks.size() < 9);
    CHECK(page.checklist->checks.at(0).title.full == "Item 9: standard 9");
    const Box& list = page.lists.at(0).box;
    CHECK(list.y >= page.checklist->box.y + page.checklist->box.h);
    CHECK(list.h >= 2 * list_head + 2 * list_pitch);
}

TEST_CASE("each open message shows the reason as it is typed", "[unit][desk]")
{
    Evening desk{Verdict::violations};
    desk.checked("north", "VIOLATIONS", {"m1", "m2", "m3"});
    const auto reasons = [&] {
        std::string all;
        const PageParts parts = desk.page();
        for (const ListRow& row : parts.lists.at(0).rows) all += row.cells.back().text + "; ";
        return all;
    };
    CHECK(desk.page().lists.at(0).title == "Open messages, 3");
    CHECK(reasons() == "no reason yet; no reason yet; no reason yet; ");
    desk.press("s");
    desk.type("storm");
    CHECK(reasons() == "storm; storm; storm; ");
    desk.enter().enter().type("abroad");
    CHECK(reasons() == "storm; abroad; storm; ");
}

TEST_CASE("open messages are found by person, caller and mailbox, and none is forgotten",
          "[unit][desk]")
{
    Evening desk;
    desk.knows("ada", "Ada Ruiz");
    desk.checked("north", "VIOLATIONS", {"m1", "m2", "m3"});
    auto& open = desk.rows.days["north"].open;
    open[1].person = "zoe";
    open[1].caller = "ext. 102";
    open[2].person.clear();
    open[2].mailbox = "sw1/900";
    const auto found = [&](const std::string& text) {
        desk.state.find = TextField{text};
        return desk.shown();
    };
    CHECK(found("RUIZ") == "m1");
    CHECK(found("ext.") == "m2");
    CHECK(found("sw1") == "m3");
    const List list = desk.page().lists.at(0);
    CHECK(list.title == "Open messages, 3");
    CHECK(list.aside == "1 found");
    CHECK(found("nobody").empty());
    CHECK_THAT(desk.page().lists.at(0).empty, Contains("nothing is found"));
    // What is signed is the whole day.
    desk.press("s");
    for (const auto* id : {"m1", "m2", "m3"}) CHECK(desk.form().field(id) != nullptr);
}

TEST_CASE("a record that was not answered, or refused, is said and offers nothing", "[unit][desk]")
{
    Evening desk;
    desk.rows.days.clear();
    CHECK_THAT(desk.panel(), Contains("not known yet"));
    CHECK_THAT(desk.page().lists.at(0).empty, Contains("not known yet"));
    CHECK(desk.page().panel.buttons.empty());
    desk.rows.refused["day north"] = "sam is no supervisor of north";
    CHECK_THAT(desk.panel(), Contains("sam is no supervisor of north"));
}

TEST_CASE("without a location nothing is judged", "[unit][desk]")
{
    Evening desk;
    desk.board.locations.clear();
    CHECK_FALSE(desk.page().day);
    CHECK_THAT(desk.panel(), Contains("No location is known yet"));
}
