// Do the desk's pages Live, Trends and Health say what the walls say, of what was chosen, so that
// it can be walked through with keys?

#include <catch2/catch.hpp>

#include "tests/unit/wallboard_vocabulary.hpp"
#include "wallboard/model/desk/desk_view.hpp"
#include "wallboard/model/desk/live.hpp"
#include "wallboard/model/desk/press_desk.hpp"
#include "wallboard/model/desk/trends.hpp"

using namespace wallboard;
using namespace wallboard::test;
using desk::Key;

namespace {

/// A manager's desk at the board's own time, on one page.
struct Sitting {
    Snapshot board;
    desk::State state{};
    desk::Rows rows{};
    Layout layout{.shape = Shape::wide, .w = 5055, .h = 2844};
    Alarms alarms{};

    Sitting(Snapshot snapshot, Page page) : board{std::move(snapshot)}
    {
        state.me = {"m1", "manager"};
        state.page = page;
    }
    desk::Knowledge known() const { return {rows, board, board.as_of}; }
    desk::View view()
    {
        const Moment moment = moment_of(board, Micros{0});
        alarms = next_alarms(alarms, board, moment);
        return make_view(state, known(), moment, alarms, layout);
    }
    desk::PageParts page() { return view().page; }
    void press(const desk::Touch& touch) { desk::press(state, touch, known(), {}); }
};

Snapshot with_sources(const std::string& time)
{
    Snapshot snapshot = board(time);
    for (Source& one : snapshot.sources) one.lag_by_10s_ms = {400, 500};
    snapshot.collector = {.said = true, .position = 7, .chain_head = "9e417c0255a0f3d8"};
    return snapshot;
}

std::string said_by(const desk::Panel& panel)
{
    std::string all;
    for (const desk::PanelItem& item : panel.items) {
        if (const auto* one = std::get_if<desk::Heading>(&item)) all += one->text.full + "\n";
        if (const auto* one = std::get_if<desk::Sentence>(&item)) all += one->text + "\n";
        if (const auto* one = std::get_if<desk::Pair>(&item))
            all += one->title + ": " + one->value + "\n";
        if (const auto* one = std::get_if<desk::Remark>(&item))
            all += one->text + ": " + one->detail + "\n";
    }
    return all;
}

bool has(const std::string& text, const std::string& part)
{
    return text.find(part) != std::string::npos;
}

}  // namespace

TEST_CASE("the desk says a long wait as the wall does", "[unit][wallboard][desk]")
{
    Sitting desk{board("10:05:00"), Page::live};
    caller_waits(desk.board.queues[0], "10:01:36", 2);
    const auto page = desk.page();
    CHECK(page.tiles[0].word.full == "WAITING TOO LONG");
    CHECK(page.tiles[0].figure == "3:24");
    CHECK(page.tiles[0].standing == Standing::action);
    CHECK(page.tiles[2].word.full == "waiting");
    CHECK(page.tiles[2].figure == "2");
    CHECK(page.tiles[2].standing == Standing::normal);
    const auto& row = page.lists[0].rows[0];
    CHECK(row.standing == Standing::action);
    CHECK(row.cells[3].badge == Badge{Standing::action, "over", "3:24"});
}

TEST_CASE("where too many wait it is their number that is red", "[unit][wallboard][desk]")
{
    Sitting desk{board("10:05:00"), Page::live};
    caller_waits(desk.board.queues[0], "10:04:50", 6);
    const auto page = desk.page();
    CHECK(page.tiles[0].standing == Standing::normal);
    CHECK(page.tiles[0].word.full == "longest wait now");
    CHECK(page.tiles[2].standing == Standing::action);
    CHECK(page.tiles[2].word.full == "TOO MANY WAITING");
}

TEST_CASE("an office without operators says so with how long and since when",
          "[unit][wallboard][desk]")
{
    Sitting desk{board("10:05:00"), Page::live};
    works(desk.board.locations[1], {});
    desk.board.locations[1].no_operator_since = at("10:00:28");
    desk.board.locations[1].main_to_voicemail = 3;
    const auto page = desk.page();
    const auto& rows = page.lists[1].rows;
    CHECK(rows[0].cells[1].text == "2 operators");
    CHECK(rows[0].cells[2].text == "1 on call");
    CHECK(rows[1].cells[1].badge == Badge{Standing::action, "NO OPERATOR", "4:32"});
    CHECK(rows[1].cells[2].text == "since 10:00:28");
    CHECK(rows[1].cells[3].badge == Badge{Standing::action, {}, "3"});
    CHECK(page.tiles[1].figure == "4:32");
}

TEST_CASE("a queue that is not known has no figures, and the panel says why",
          "[unit][wallboard][desk]")
{
    Sitting desk{board("10:05:00"), Page::live};
    desk.board.sources[0].state = SourceState::silent;
    const auto page = desk.page();
    const auto& row = page.lists[0].rows[0];
    CHECK(row.standing == Standing::unknown);
    for (std::size_t i = 2; i < row.cells.size(); ++i) CHECK(row.cells[i].text == "?");
    CHECK(has(said_by(page.panel), "is not zero"));
    CHECK(page.lists[1].rows[0].cells[1].text == "?");
}

TEST_CASE("queues are walked with the arrows, and the panel follows", "[unit][wallboard][desk]")
{
    Sitting desk{board("10:05:00"), Page::live};
    CHECK(has(said_by(desk.page().panel), "Northside"));
    desk.press(desk::Press{Key::down});
    CHECK(desk.page().lists[0].selected == 1);
    CHECK(has(said_by(desk.page().panel), "wait: amber from 1:00, red from 3:00"));
    CHECK(has(said_by(desk.page().panel), "Harbor line"));
}

TEST_CASE("one location has its own queues and figures", "[unit][wallboard][desk]")
{
    Sitting desk{board("10:05:00"), Page::live};
    caller_waits(desk.board.queues[0], "10:01:36", 2);
    desk.press(desk::ChooseLocation{"harbor"});
    const auto page = desk.page();
    CHECK(page.lists[0].rows.size() == 1);
    CHECK(page.lists[0].rows[0].id == "q-harbor");
    CHECK(page.tiles[0].standing == Standing::normal);
    CHECK(page.lists[1].rows.size() == 1);
}

TEST_CASE("queues that are measured differently each name how", "[unit][wallboard][desk]")
{
    Sitting desk{board("10:05:00"), Page::live};
    for (Queue& queue : desk.board.queues) queue.answered = queue.answered_in_threshold = 4;
    CHECK(desk.page().lists[0].columns.back().title == "SL4 20 s");
    desk.board.queues[1].service_level_variant = "SL2";
    const auto page = desk.page();
    CHECK(page.lists[0].columns.back().title == "service level");
    CHECK(page.lists[0].rows[1].cells.back().unit == "%, SL2 20 s");
}

TEST_CASE("what is silent comes first, with what it means at close", "[unit][wallboard][desk]")
{
    Sitting desk{with_sources("14:32:10"), Page::health};
    desk.board.sources[1].state = SourceState::silent;
    desk.board.sources[1].silent_since = at("14:30:58");
    const auto page = desk.page();
    CHECK(page.lists[0].rows[0].id == "pbx-harbor");
    CHECK(page.lists[0].rows[0].standing == Standing::unknown);
    CHECK(page.lists[0].rows[0].cells[0].badge == Badge{Standing::unknown, "silent", {}});
    CHECK(has(said_by(page.panel), "if so at 17:00, the day is UNKNOWN"));
    CHECK(page.tiles[0].badge == Badge{Standing::unknown, "1 SILENT", {}});
    desk.press(desk::Press{Key::down});
    CHECK(has(said_by(desk.page().panel), "pbx-north is heard, nothing is missing"));
}

TEST_CASE("the head of the chain is there to be read out", "[unit][wallboard][desk]")
{
    Sitting desk{with_sources("14:32:10"), Page::health};
    CHECK(has(said_by(desk.page().beside), "9e41 7c02 55a0 f3d8"));
    desk.board.collector.said = false;
    CHECK(has(said_by(desk.page().beside), "not told"));
}

TEST_CASE("trends are of today, and of five days where the board has them",
          "[unit][wallboard][desk]")
{
    Sitting desk{board("10:05:00"), Page::trends};
    desk.board.trends = {half_hours("north", 5)};
    CHECK(desk::ranges_shown(desk.state, desk.known()).size() == 1);
    desk.press(desk::letter(U'+'));
    CHECK(desk.page().plots->calls.bars.size() == 5);  // Half hours of today.
    desk.board.trends.push_back(half_hours("north", 18, 1));
    CHECK(desk.view().frame.keys.front().key == "+");
    desk.press(desk::letter(U'+'));
    const auto plots = *desk.page().plots;
    CHECK(plots.calls.tile.title.full == "calls per day");
    const auto& rows = plots.calls.tile.numbers.rows;
    REQUIRE(rows.size() == 5);
    CHECK(rows[3][0] == "Mon 23 Nov");
    CHECK(rows[3][1] == "180");
    CHECK(rows[4][1] == "50");
    CHECK(plots.service.line.pieces.size() == 1);
    CHECK(plots.service.tile.numbers.rows[0][1] == "?");  // Nobody told that day.
    desk.press(desk::letter(U'-'));
    CHECK(desk.page().plots->calls.tile.title.full == "calls per half hour");
}

TEST_CASE("a day that was not wholly seen has no service level", "[unit][wallboard][desk]")
{
    Sitting desk{board("10:05:00"), Page::trends};
    desk.board.trends = {half_hours("north", 5), half_hours("north", 18, 1)};
    desk.board.trends[1].unseen = {{at("10:00:00") - 24h, at("11:00:00") - 24h}};
    desk.press(desk::letter(U'+'));
    const auto plots = *desk.page().plots;
    CHECK(plots.service.tile.numbers.rows[3][1] == "?");
    CHECK(plots.calls.tile.numbers.rows[3].back() == "not all");
    // Of the three days before nobody told anything.
    REQUIRE(plots.calls.tile.frame.gaps.size() == 1);
    CHECK(plots.calls.tile.frame.gaps[0].from == 0);
    CHECK(plots.calls.tile.frame.gaps[0].to == Approx(0.8f));
}

TEST_CASE("trends of one location count its calls only", "[unit][wallboard][desk]")
{
    Sitting desk{board("10:05:00"), Page::trends};
    desk.board.trends = {half_hours("north", 5), half_hours("harbor", 5)};
    CHECK(desk.page().plots->calls.tile.numbers.rows[0][1] == "20");
    desk.press(desk::Press{Key::right});
    CHECK(desk.state.location == "north");
    CHECK(desk.page().plots->calls.tile.numbers.rows[0][1] == "10");
}

TEST_CASE("among plots nothing is searched for", "[unit][wallboard][desk]")
{
    Sitting desk{board("10:05:00"), Page::trends};
    desk.press(desk::letter(U'/'));
    CHECK_FALSE(desk.state.is_finding);
    for (const auto& chip : desk.view().frame.chips) CHECK(chip.key.empty());
}

TEST_CASE("in a small window the day's figures go first, and no tile of an alarm",
          "[unit][wallboard][desk]")
{
    Sitting desk{board("10:05:00"), Page::live};
    CHECK(desk.page().tiles.size() == 5);
    desk.layout = {.shape = Shape::wide, .w = 3370, .h = 1896};
    const auto page = desk.page();
    REQUIRE(page.tiles.size() == 4);
    CHECK(page.tiles.back().word.full == "unreturned");
}

TEST_CASE("when nothing more is recorded the desk is grey, and what was typed stays",
          "[unit][wallboard][desk]")
{
    Sitting desk{board("10:05:00"), Page::returns};
    desk::Message message;
    message.id = "m1";
    message.location = "north";
    message.state = "NEW";
    desk.rows.messages = {message};
    desk.rows.messages_known = true;
    desk.press(desk::letter(U'x'));
    REQUIRE(desk.state.form);
    const auto kind = [&] { return desk.state.form->fields.at(desk.state.form->at).kind; };
    while (kind() != desk::Field::Kind::line) desk.press(desk::Press{Key::enter});
    const std::size_t at = desk.state.form->at;
    desk.press(desk::Press{.key = Key::paste, .letter = 0, .pasted = "asked "});
    CHECK_FALSE(desk.view().frame.head.grey);
    desk.board.health = Health::storage_fault;
    CHECK(desk.view().frame.head.grey);
    CHECK(desk.view().frame.head.banner->word == "STORAGE FAULT");
    desk.press(desk::Press{.key = Key::paste, .letter = 0, .pasted = "twice"});
    CHECK(desk.state.form->fields[at].text.text() == "asked twice");
}
