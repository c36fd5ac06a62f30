// Does a desk draw when there is something new to see, and never otherwise? And is whoever waits
// for a key woken when it is open?

#include <atomic>
#include <filesystem>
#include <fstream>
#include <thread>

#include <catch2/catch.hpp>

#include "tests/support/temporary_directory.hpp"
#include "tests/unit/wallboard_vocabulary.hpp"
#include "wallboard/app/desk.hpp"
#include "wallboard/app/errors.hpp"
#include "wallboard/app/key_opening.hpp"

using namespace wallboard;
using namespace wallboard::test;

namespace {

/// A supervisor's desk, and what its frames would show.
struct Seat {
    Snapshot snapshot = board("10:00:00");
    std::shared_ptr<const desk::Rows> rows = std::make_shared<const desk::Rows>(with_a_message());
    Desk desk{Settings{}, {"sam", "supervisor"}};

    Seat() { look(); }

    static desk::Rows with_a_message()
    {
        desk::Message message;
        message.id = "m1";
        message.location = "north";
        message.state = "NEW";
        message.deadline = at("17:00:00");
        desk::Rows rows;
        rows.messages_known = true;
        rows.messages.push_back(message);
        return rows;
    }
    Sight look(Micros age = Micros{0})
    {
        desk.look(std::make_shared<const Snapshot>(snapshot), age, Micros{0}, rows);
        return seen();
    }
    Sight seen() const
    {
        Sight sight = desk.sight();
        sight.width = 1600;
        sight.height = 900;
        return sight;
    }
    /// Has the caller's number of the message shown, for a minute from now.
    void unmask()
    {
        desk.touch(desk::letter(U'u'));
        desk.touch(desk::Press{
            .key = desk::Key::paste, .letter = 0, .pasted = "to call back from my mobile"});
        desk.touch(desk::Press{desk::Key::enter});
        const auto order = desk.touch(desk::letter(U'y'));
        REQUIRE(order);
        desk.settle({{.number = order->number, .done = true, .text = "555 0141"}});
        REQUIRE(desk.state().unmasked.size() == 1);
    }
};

}  // namespace

TEST_CASE("a heartbeat that brings nothing new draws nothing at a desk", "[unit][desk][pace]")
{
    Seat seat;
    const Sight drawn = seat.look(100ms);
    seat.snapshot.as_of += 500ms;
    CHECK_FALSE(must_draw(drawn, seat.look(0ms), false));
    CHECK_FALSE(must_draw(drawn, seat.look(499ms), false));
    CHECK(must_draw(drawn, seat.look(500ms), false));
}

TEST_CASE("rows that were answered, an outcome and another configuration are each drawn once",
          "[unit][desk][pace]")
{
    Seat seat;
    Sight drawn = seat.look();
    const auto is_drawn_once = [&] {
        const bool once = must_draw(drawn, seat.look(), false);
        drawn = seat.seen();
        return once && !must_draw(drawn, seat.look(), false);
    };
    CHECK_FALSE(is_drawn_once());
    seat.rows = std::make_shared<const desk::Rows>(Seat::with_a_message());
    CHECK(is_drawn_once());
    seat.desk.settle({{.number = 7, .done = false, .text = "not allowed"}});
    CHECK(is_drawn_once());
    seat.desk.settle({});
    CHECK_FALSE(is_drawn_once());
    seat.desk.change(Settings{});
    CHECK(is_drawn_once());
    ++seat.snapshot.revision;
    CHECK(is_drawn_once());
    seat.snapshot.health = Health::storage_fault;
    CHECK(is_drawn_once());
}

TEST_CASE("a key is shown in the next frame, whatever the last look has found",
          "[unit][desk][pace]")
{
    Seat seat;
    desk::Rows two = Seat::with_a_message();
    two.messages.push_back(two.messages.front());
    two.messages.back().id = "m2";
    seat.rows = std::make_shared<const desk::Rows>(std::move(two));
    seat.look();
    const auto selected = [&] {
        const auto view = seat.desk.view({.shape = Shape::wide, .w = 5'050, .h = 2'840});
        return view.page.lists.at(0).selected;
    };
    CHECK(selected() == 0u);
    seat.desk.touch(desk::Press{desk::Key::down});
    CHECK(selected() == 1u);
    seat.look();
    CHECK(selected() == 1u);
}

TEST_CASE("a desk that hears nothing is drawn when it turns grey, and sleeps until then",
          "[unit][desk][pace]")
{
    Seat seat;
    seat.snapshot.as_of += 400ms;
    const Sight drawn = seat.look(2'700ms);
    const Micros wait = seat.desk.wait();
    CHECK(wait == 300ms + Micros{1});
    CHECK(must_draw(drawn, seat.look(2'700ms + wait), false));
}

TEST_CASE("a number's minute ends with a frame of its own, not with the next second",
          "[unit][desk][pace]")
{
    Seat seat;
    seat.snapshot.as_of += 400ms;
    seat.look();
    seat.unmask();
    seat.snapshot.as_of += 59s;
    seat.look(650ms);  // The clock's 10:01:00.05: its last 350 ms.
    CHECK(seat.desk.wait() == 350ms);
    const Sight drawn = seat.seen();
    CHECK_FALSE(must_draw(drawn, seat.look(999ms), false));
    const Sight after = seat.look(1s);
    CHECK(after.second == drawn.second);
    CHECK(must_draw(drawn, after, false));
    CHECK(seat.desk.state().unmasked.empty());
}

TEST_CASE("who waits for a key to be opened is woken when it can be taken", "[unit][desk][pace]")
{
    const callwatch::test::TemporaryDirectory folder;
    const std::string path = (folder.path() / "sam.key").string();
    std::ofstream{path} << "callwatch_key = 1\n";
    std::filesystem::permissions(path, std::filesystem::perms(0600));
    std::atomic<int> woken{0};
    KeyOpening opening{[&] { ++woken; }};
    CHECK_FALSE(opening.take());
    opening.begin(path, "open sesame");
    while (woken == 0) std::this_thread::yield();
    CHECK_THROWS_AS(opening.take(), SettingsError);  // No person's key: it is there at once.
    CHECK_FALSE(opening.take());
    opening.begin(path, "again");
    while (woken == 1) std::this_thread::yield();
    CHECK_THROWS_AS(opening.take(), SettingsError);
}
