// Does the page Health say who is heard, what is missing, and what that means?

#include <catch2/catch.hpp>

#include "tests/unit/wallboard_vocabulary.hpp"
#include "wallboard/model/health.hpp"
#include "wallboard/model/health_parts.hpp"

using namespace wallboard;
using namespace wallboard::test;

namespace {

constexpr std::size_t state = 0, age = 1, lag_line = 2, gaps = 4, clock_offset = 6;

Wall fresh(const std::string& time)
{
    Wall wall{board(time)};
    for (Source& source : wall.snapshot.sources) {
        source.kind = "asterisk";
        source.sequence = 91'244;
        source.lag_known = true;
        source.lag = 600ms;
        source.lag_by_10s_ms = {400, 500, 600};
        source.clock_known = true;
        source.clock_skew = -110ms;
        source.spool_watched = true;
    }
    wall.snapshot.collector = {.said = true,
                               .position = 1'204'771,
                               .chain_head = "9e417c0255a0f3d8",
                               .written_at = at(time),
                               .room_left_bytes = 61'000'000'000,
                               .events_accepted = 48'112};
    return wall;
}

}  // namespace

TEST_CASE("when all is well the page is quiet and needs no look", "[unit][wallboard][health]")
{
    Wall wall = fresh("14:32:10");
    const HealthView view = wall.health();
    CHECK_FALSE(needs_a_look(wall.snapshot));
    CHECK(view.sources.standing == Standing::normal);
    CHECK(view.sources.figures[0].figure == "2");
    CHECK(view.sources.figures[0].subject.full == "all heard");
    CHECK(view.meanings.shown[0].what.full == "every source is heard, nothing is missing");
    const auto& cells = view.table.rows[0].cells;
    CHECK(cells[state].text == "fresh");
    CHECK(cells[age].text == "0.6 s");
    CHECK(cells[lag_line].line.size() == 3);
    CHECK(cells[lag_line].line_top == 1'000);
    CHECK(cells[clock_offset].text == "\u22120.11 s");
    CHECK(view.journal.figures[0].figure == "61 GB");
    CHECK(view.record.lines[0].value == "9e41 7c02 55a0 f3d8");
}

TEST_CASE("a silent source is told first, with what it will mean at close",
          "[unit][wallboard][health]")
{
    Wall wall = fresh("14:32:10");
    Source& harbor = wall.snapshot.sources[1];
    harbor.state = SourceState::silent;
    harbor.silent_since = at("14:30:58");
    const HealthView view = wall.health();
    CHECK(view.sources.badge == Badge{Standing::unknown, "1 SILENT", {}});
    CHECK(view.sources.figures[0].figure == "1:12");
    CHECK(view.sources.figures[0].subject.full == "pbx-harbor");
    CHECK(view.sources.figures[0].context == "silent since 14:30:58");
    const auto& row = view.table.rows[1];
    CHECK(row.unknown);
    CHECK(row.cells[gaps].text == "?");
    CHECK(row.cells[age].text == "72 s");
    CHECK(view.meanings.shown[0].what.full == "pbx-harbor is silent since 14:30:58");
    CHECK(view.meanings.shown[0].means.full ==
          "Harbor is not known; if so at 17:00, the day is UNKNOWN");
    CHECK(needs_a_look(wall.snapshot));
}

TEST_CASE("each trouble has its word, and the worst is the one that is shown",
          "[unit][wallboard][health]")
{
    Wall wall = fresh("14:32:10");
    Source& source = wall.snapshot.sources[0];
    const auto badge = [&] { return wall.health().table.rows[0].cells[state].badge; };
    source.spool_watched = false;
    CHECK(badge() == Badge{Standing::warning, "mailboxes", {}});
    source.trouble = "the voicemail directory cannot be read";
    CHECK(badge() == Badge{Standing::warning, "trouble", {}});
    CHECK(wall.health().meanings.shown[0].means.full == source.trouble);
    source.gaps_open = 2;
    CHECK(badge() == Badge{Standing::warning, "gap", {}});
    source.clock_doubt = true;
    source.clock_skew = 5'400ms;
    CHECK(badge() == Badge{Standing::warning, "clock", {}});
    CHECK(wall.health().sources.figures[0].figure == "+5.40 s");
    source.upstream_lost_since = at("14:20:00");
    CHECK(badge() == Badge{Standing::unknown, "no switch", {}});
    source.state = SourceState::never_seen;
    CHECK(badge() == Badge{Standing::unknown, "never heard", {}});
}

TEST_CASE("while a recording is played no clock is in doubt, and its end is no trouble",
          "[unit][wallboard][health]")
{
    Wall wall = fresh("14:32:10");
    wall.snapshot.collector.from_recording = true;
    wall.snapshot.sources[0].clock_doubt = true;
    wall.snapshot.sources[1].state = SourceState::ended;
    CHECK_FALSE(needs_a_look(wall.snapshot));
}

TEST_CASE("an older collector tells less, and nothing is made of that", "[unit][wallboard][health]")
{
    Wall wall{board("14:32:10")};
    wall.snapshot.sources[0].kind = "asterisk";
    const HealthView view = wall.health();
    CHECK_FALSE(needs_a_look(wall.snapshot));
    CHECK(view.table.rows[0].cells[lag_line].text == "?");
    CHECK(view.table.rows[0].cells[clock_offset].text == "\u2013");
    CHECK(view.journal.figures[0].subject.full == "not told");
}

TEST_CASE("a disk that is nearly full is a warning", "[unit][wallboard][health]")
{
    Wall wall = fresh("14:32:10");
    wall.snapshot.collector.room_left_bytes = room_least_bytes - 1;
    CHECK(wall.health().journal.badge == Badge{Standing::warning, "LITTLE ROOM", {}});
    CHECK(needs_a_look(wall.snapshot));
}

TEST_CASE("amounts of room and clock offsets read as people say them", "[unit][wallboard][health]")
{
    CHECK(room_text(512'000'000) == "512 MB");
    CHECK(room_text(6'100'000'000) == "6.1 GB");
    CHECK(room_text(61'000'000'000) == "61 GB");
    CHECK(room_text(61'000'000'000'000) == "61 TB");
    CHECK(skew_text(0ms) == "+0.00 s");
    CHECK(skew_text(-5'409ms) == "\u22125.40 s");
    CHECK(skew_text(180s) == "+3 min");
}
