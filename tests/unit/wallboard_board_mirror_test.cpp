// Is the wall's board the collector's board, whatever got lost or came twice? And are bytes that
// are no board refused? Bounds: rows_max, text_bytes_max.

#include <catch2/catch.hpp>

#include "callwatch/v1/request.pb.h"
#include "tests/unit/wallboard_vocabulary.hpp"
#include "wallboard/feed/board_mirror.hpp"
#include "wallboard/model/levels.hpp"

using namespace wallboard;
using namespace wallboard::test;

namespace {

namespace v1 = callwatch::v1;

Row row(const std::string& id, std::uint32_t waiting)
{
    Queue queue = line(id, id, "north");
    queue.waiting = waiting;
    return {id, false, queue};
}

BoardImage image(std::uint64_t revision, std::vector<Row> rows)
{
    return {revision, at("10:00:00"), std::move(rows)};
}

RowChanges changes(std::uint64_t follows, std::vector<Row> rows)
{
    return {follows + 1, follows, at("10:00:01"), std::move(rows)};
}

std::string board_message(const v1::BoardMessage& message) { return message.SerializeAsString(); }

std::string code_of(const std::string& bytes)
{
    const auto word = decode_board_message(bytes);
    const auto* refusal = std::get_if<Refusal>(&word);
    return refusal == nullptr ? "" : refusal->code;
}

v1::LocationRow* add_location(v1::BoardMessage& message)
{
    v1::BoardRow* row = message.mutable_change_set()->add_rows();
    row->set_id("l");
    row->mutable_location()->set_location_id("l");
    return row->mutable_location();
}

v1::TrendRow* add_trend(v1::BoardMessage& message)
{
    message.Clear();
    v1::BoardRow* row = message.mutable_change_set()->add_rows();
    row->set_id("l/2026-11-24");
    row->mutable_trend()->set_location_id("l");
    row->mutable_trend()->set_business_date("2026-11-24");
    return row->mutable_trend();
}

Row day_of(const std::string& location, const std::string& date)
{
    Trend trend = half_hours(location, 3);
    trend.business_date = date;
    return {location + "/" + date, false, trend};
}

}  // namespace

TEST_CASE("change sets follow the snapshot, and those it has already are dropped",
          "[unit][wallboard]")
{
    BoardMirror mirror;
    CHECK(mirror.needs_snapshot());
    CHECK_FALSE(mirror.snapshot().complete);
    mirror.take(changes(4, {row("a", 1)}));  // Both came before the snapshot did.
    mirror.take(changes(5, {row("b", 2)}));
    mirror.take(image(5, {row("a", 7), row("b", 7)}));
    CHECK_FALSE(mirror.needs_snapshot());
    const Snapshot snapshot = mirror.snapshot();
    CHECK(snapshot.revision == 6);
    CHECK(snapshot.queues[0].waiting == 7);
    CHECK(snapshot.queues[1].waiting == 2);
}

TEST_CASE("a hole is seen, and healed by the next snapshot", "[unit][wallboard]")
{
    BoardMirror mirror;
    mirror.take(image(5, {row("a", 1)}));
    mirror.take(changes(6, {row("a", 9)}));  // 6 itself was lost.
    CHECK(mirror.needs_snapshot());
    CHECK(mirror.snapshot().queues[0].waiting == 1);
    mirror.take(image(6, {row("a", 5)}));
    CHECK_FALSE(mirror.needs_snapshot());
    CHECK(mirror.snapshot().queues[0].waiting == 9);
    CHECK(mirror.snapshot().revision == 7);
}

TEST_CASE("a heartbeat with another revision is a hole, also after a restart with a smaller one",
          "[unit][wallboard]")
{
    for (const std::uint64_t revision : {4u, 6u}) {
        BoardMirror mirror;
        mirror.take(image(5, {row("a", 1)}));
        mirror.take(Heartbeat{5, at("10:00:02"), Health::ok, 1000});
        CHECK_FALSE(mirror.needs_snapshot());
        mirror.take(Heartbeat{revision, at("10:00:03"), Health::ok, 1000});
        CHECK(mirror.needs_snapshot());
    }
}

TEST_CASE("a removed row is gone, and the others keep their order", "[unit][wallboard]")
{
    BoardMirror mirror;
    mirror.take(image(1, {row("a", 1), row("b", 2), row("c", 3)}));
    mirror.take(changes(1, {{"a", true, {}}, row("c", 4), row("d", 5)}));
    const Snapshot snapshot = mirror.snapshot();
    REQUIRE(snapshot.queues.size() == 3);
    CHECK(snapshot.queues[0].id == "b");
    CHECK(snapshot.queues[1].waiting == 4);
    CHECK(snapshot.queues[2].id == "d");
}

TEST_CASE("a board grows to its bound and no further", "[unit][wallboard]")
{
    BoardMirror mirror;
    std::vector<Row> rows;
    for (std::size_t i = 0; i < rows_max; ++i) rows.push_back(row("q" + std::to_string(i), 0));
    mirror.take(image(1, rows));
    CHECK(mirror.is_within_bounds());
    mirror.take(changes(1, {row("one more", 1)}));
    CHECK_FALSE(mirror.is_within_bounds());
    CHECK(mirror.snapshot().queues.size() == rows_max);
}

TEST_CASE("bytes that are no board message are refused with a code", "[unit][wallboard]")
{
    CHECK(code_of("\xff\xff\xff not protobuf") == "malformed");
    CHECK(code_of("") == "unknown_kind");
    CHECK(code_of(std::string(message_bytes_max + 1, 'x')) == "too_large");

    v1::BoardMessage message;
    add_location(message)->set_name(std::string(text_bytes_max + 1, 'x'));
    CHECK(code_of(board_message(message)) == "text_too_long");

    add_location(*(message.Clear(), &message))->set_name("two\nlines");
    CHECK(code_of(board_message(message)) == "control_character");

    add_location(*(message.Clear(), &message))->set_closes_at_us(-1);
    CHECK(code_of(board_message(message)) == "bad_time");

    add_location(*(message.Clear(), &message))->set_utc_offset_s(1'000'000);
    CHECK(code_of(board_message(message)) == "bad_time");

    message.Clear();
    for (std::size_t i = 0; i <= rows_max; ++i)
        message.mutable_change_set()->add_rows()->set_id("x");
    CHECK(code_of(board_message(message)) == "too_many_rows");

    message.Clear();
    message.mutable_change_set()->add_rows();
    CHECK(code_of(board_message(message)) == "no_id");
}

TEST_CASE("what is not said is unknown, never clear and never zero", "[unit][wallboard]")
{
    v1::BoardSnapshot wire;
    v1::BoardRow* row = wire.add_rows();
    row->set_id("l/2026-11-24");
    row->mutable_day()->set_location_id("l");
    const auto decoded = decode_board_snapshot(wire.SerializeAsString());
    const auto& day = std::get<Day>(std::get<BoardImage>(decoded).rows[0].content);
    CHECK(day.verdict == Verdict::unknown);
    CHECK_FALSE(day.judged);
    CHECK_FALSE(day.monitored);
}

TEST_CASE("departures and greetings come with their lists, as they were sent", "[unit][wallboard]")
{
    v1::BoardSnapshot wire;
    wire.add_rows()->set_id("l");
    v1::LocationRow& row = *wire.mutable_rows(0)->mutable_location();
    row.set_departed_pending(3);
    row.set_departed_reopened(1);
    for (const std::uint32_t n : {0u, 2u, 0u, 0u, 0u, 1u}) row.add_departed_by_workdays(n);
    row.set_departed_next_promise_us(at("15:30:00").time_since_epoch().count());
    row.set_greetings_asked(22);
    row.add_greeting_faults_by_kind()->set_code("GREETING_STALE");
    row.mutable_greeting_faults_by_kind(0)->set_mailboxes(2);
    row.set_script_state("OUTDATED");
    row.mutable_bad_route_first()->set_option("3");
    const auto decoded = decode_board_snapshot(wire.SerializeAsString());
    const auto& location = std::get<Location>(std::get<BoardImage>(decoded).rows[0].content);
    CHECK(location.departures.pending == 3);
    CHECK(location.departures.reopened == 1);
    REQUIRE(location.departures.by_workdays);
    CHECK(location.departures.by_workdays->at(5) == 1);
    CHECK(location.departures.next_promise == at("15:30:00"));
    CHECK(location.greetings.asked == 22);
    CHECK(faults_of(location.greetings, "GREETING_STALE") == 2);
    CHECK(location.greetings.script == ScriptState::outdated);
    CHECK(location.greetings.bad_route_first.option == "3");
}

TEST_CASE("promises that were not kept are heard", "[unit][wallboard][returns]")
{
    v1::BoardSnapshot wire;
    wire.add_rows()->set_id("l");
    wire.mutable_rows(0)->mutable_location()->set_promises_missed(3);
    const auto decoded = decode_board_snapshot(wire.SerializeAsString());
    CHECK(std::get<Location>(std::get<BoardImage>(decoded).rows[0].content).promises_missed == 3);
}

TEST_CASE("who is on a break, off, away or without cover is told apart", "[unit][wallboard][team]")
{
    v1::BoardSnapshot wire;
    wire.add_rows()->set_id("l");
    v1::LocationRow& row = *wire.mutable_rows(0)->mutable_location();
    row.set_operators_paused(4);
    row.set_operators_unreachable(5);
    row.set_staff_away(6);
    row.set_no_cover(7);
    const auto decoded = decode_board_snapshot(wire.SerializeAsString());
    const auto& location = std::get<Location>(std::get<BoardImage>(decoded).rows[0].content);
    CHECK(location.operators_paused == 4);
    CHECK(location.operators_unreachable == 5);
    CHECK(location.staff_away == 6);
    CHECK(location.no_cover == 7);
}

TEST_CASE("lists and states that are not as agreed are unknown, and too long ones refused",
          "[unit][wallboard]")
{
    v1::BoardMessage message;
    v1::LocationRow* row = add_location(message);
    row->set_script_state("SPOKEN");
    for (int i = 0; i < 7; ++i) row->add_departed_by_workdays(1);
    const auto decoded = decode_board_message(board_message(message));
    const auto& changes = std::get<RowChanges>(std::get<BoardWord>(decoded));
    const auto& location = std::get<Location>(changes.rows[0].content);
    CHECK_FALSE(location.departures.by_workdays);
    CHECK(location.greetings.script == ScriptState::unknown);

    for (std::size_t i = 0; i <= list_max; ++i) row->add_greeting_faults_by_kind();
    CHECK(code_of(board_message(message)) == "list_too_long");
    row->clear_greeting_faults_by_kind();
    for (std::size_t i = 0; i <= list_max; ++i) row->add_departed_by_workdays(0);
    CHECK(code_of(board_message(message)) == "list_too_long");
    row->clear_departed_by_workdays();
    row->mutable_bad_route_first()->set_option(std::string(id_bytes_max + 1, '3'));
    CHECK(code_of(board_message(message)) == "text_too_long");
    row->clear_bad_route_first();
    row->set_departed_next_promise_us(-1);
    CHECK(code_of(board_message(message)) == "bad_time");
}

TEST_CASE("a row of a kind that is not known yet is passed over", "[unit][wallboard]")
{
    BoardMirror mirror;
    mirror.take(image(1, {{"new kind", false, {}}, row("a", 1)}));
    CHECK(mirror.snapshot().queues.size() == 1);
}

TEST_CASE("what people did about an alarm is known until it is taken back", "[unit][wallboard]")
{
    BoardMirror mirror;
    mirror.take(image(1, {row("a", 1)}));
    for (const bool is_removed : {false, true}) {
        v1::BoardMessage message;
        auto& change_set = *message.mutable_change_set();
        change_set.set_follows(is_removed ? 2 : 1);
        change_set.set_revision(is_removed ? 3 : 2);
        auto& handled = *change_set.add_rows();
        handled.set_id("a");  // As the queue's: an id is unique among rows of its kind.
        handled.mutable_alarm()->set_alarm("queue/a");
        handled.mutable_alarm()->set_acknowledged_at_us(1'795'528'800'000'000);
        handled.mutable_alarm()->set_shelved_until_us(1'795'561'200'000'000);
        handled.set_removed(is_removed);
        const auto answer = decode_board_message(board_message(message));
        const auto* word = std::get_if<BoardWord>(&answer);
        REQUIRE(word != nullptr);
        mirror.take(std::get<RowChanges>(*word));
        CHECK_FALSE(mirror.needs_snapshot());
        CHECK(mirror.snapshot().revision == (is_removed ? 3 : 2));
        const auto acts = mirror.snapshot().alarm_acts;
        REQUIRE(acts.size() == (is_removed ? 0 : 1));
        if (is_removed) continue;
        CHECK(acts[0].alarm == "queue/a");
        CHECK(acts[0].acknowledged_at.time_since_epoch().count() == 1'795'528'800'000'000);
        CHECK(acts[0].shelved_until.time_since_epoch().count() == 1'795'561'200'000'000);
        CHECK(mirror.snapshot().queues.size() == 1);
    }
}

TEST_CASE("half hours of a day are taken as they are told", "[unit][wallboard][trends]")
{
    v1::BoardMessage message;
    v1::TrendRow* wire = add_trend(message);
    wire->set_opens_at_us(1'795'528'800'000'000);
    wire->set_closes_at_us(1'795'561'200'000'000);
    wire->set_first_us(1'795'528'800'000'000);
    wire->set_service_level_variant("SL4");
    wire->set_service_level_s(20);
    for (int i = 0; i < 50; ++i) wire->add_half_hours()->set_offered(7);
    wire->mutable_half_hours(1)->set_longest_wait_ms(204'500);
    wire->add_unseen()->set_from_us(1'795'530'000'000'000);
    const auto word = decode_board_message(board_message(message));
    const auto& rows = std::get<RowChanges>(std::get<BoardWord>(word)).rows;
    const auto& trend = std::get<Trend>(rows.at(0).content);
    CHECK(trend.half_hours.size() == half_hours_max);
    CHECK(trend.half_hours[1].offered == 7);
    CHECK(trend.half_hours[1].longest_wait == 204'500ms);
    CHECK(trend.first == at("08:00:00"));
    CHECK_FALSE(said(trend.unseen.at(0).to));
}

TEST_CASE("half hours that cannot be are refused with a code", "[unit][wallboard][trends]")
{
    v1::BoardMessage message;
    const auto code = [&] { return code_of(board_message(message)); };
    add_trend(message);
    CHECK(code().empty());
    for (const char* date : {"", "2026-13-01", "2026-02-30", "24.11.2026", "2026-1x-01"}) {
        add_trend(message)->set_business_date(date);
        CHECK(code() == "bad_date");
    }
    v1::TrendRow* many = add_trend(message);
    many->set_first_us(1);
    for (std::size_t i = 0; i <= half_hours_max; ++i) many->add_half_hours();
    CHECK(code() == "list_too_long");
    add_trend(message)->add_half_hours();  // When it begins is not said.
    CHECK(code() == "bad_time");
    v1::TrendRow* wait = add_trend(message);
    wait->set_first_us(1);
    wait->add_half_hours()->set_longest_wait_ms(-1);
    CHECK(code() == "bad_time");
    add_trend(message)->set_opens_at_us(1);  // Closes before it opens.
    CHECK(code() == "bad_time");
    auto* unseen = add_trend(message)->add_unseen();
    unseen->set_from_us(9);
    unseen->set_to_us(8);
    CHECK(code() == "bad_time");
}

TEST_CASE("of each location the newest five days are kept", "[unit][wallboard][trends]")
{
    BoardMirror mirror;
    mirror.take(
        image(1, {day_of("a", "2026-11-18"), day_of("a", "2026-11-19"), day_of("a", "2026-11-20"),
                  day_of("a", "2026-11-23"), day_of("b", "2026-11-18")}));
    CHECK(mirror.snapshot().trends.size() == 5);
    mirror.take(changes(1, {day_of("a", "2026-11-24"), day_of("a", "2026-11-25")}));
    const Snapshot snapshot = mirror.snapshot();
    REQUIRE(snapshot.trends.size() == 6);
    for (const Trend& trend : snapshot.trends)
        CHECK((trend.location_id == "b" || trend.business_date != "2026-11-18"));
}

TEST_CASE("a row that is removed takes no row of another kind with it", "[unit][wallboard]")
{
    BoardMirror mirror;
    mirror.take(image(
        1, {{"a/2026-11-24", false, checked("a", Verdict::clear)}, day_of("a", "2026-11-24")}));
    mirror.take(changes(1, {{"a/2026-11-24", true, Day{}}}));
    CHECK(mirror.snapshot().days.empty());
    CHECK(mirror.snapshot().trends.size() == 1);
    mirror.take(changes(2, {{"a/2026-11-24", true, Trend{}}}));
    CHECK(mirror.snapshot().trends.empty());
}

TEST_CASE("what rows add up to is made anew when they have changed, and not for a heartbeat",
          "[unit][wallboard][trends]")
{
    BoardMirror mirror;
    const auto location = [](const std::string& id) { return Row{id, false, office(id, id)}; };
    const Row queue{"q-b", false, line("q-b", "Line", "b")};
    mirror.take(image(1, {location("a"), day_of("a", "2026-11-24"), queue}));
    const auto offered = [](const Snapshot& board) {
        return board.links.sums.today.slots.at(0).counts.offered;
    };
    Snapshot board = mirror.snapshot();
    CHECK(offered(board) == 10);
    CHECK(board.links.sums.today.locations == 1);
    CHECK(location_of(board, board.queues[0]) == nullptr);

    mirror.take(changes(1, {location("b"), day_of("b", "2026-11-24")}));
    board = mirror.snapshot();
    CHECK(offered(board) == 20);
    CHECK(board.links.sums.today.locations == 2);
    CHECK(location_of(board, board.queues[0]) == &board.locations[1]);

    Source silent = source("pbx", SourceState::silent, {"b"});
    silent.silent_since = at("09:00:00");
    mirror.take(changes(2, {{"pbx", false, silent}}));
    board = mirror.snapshot();
    CHECK_FALSE(is_known(board.queues[0], board));
    CHECK(board.links.sums.today.unseen_since == at("09:00:00"));

    mirror.take(changes(3, {{"a", true, Location{}}, {"pbx", true, Source{}}}));
    board = mirror.snapshot();
    CHECK(offered(board) == 10);
    CHECK_FALSE(board.links.sums.today.unseen_since);

    mirror.take(Heartbeat{4, at("10:00:30"), Health::ok, 1000});
    board = mirror.snapshot();
    CHECK(board.as_of == at("10:00:30"));
    CHECK(offered(board) == 10);

    mirror.take(image(9, {location("c")}));
    board = mirror.snapshot();
    CHECK(offered(board) == 0);
    CHECK(board.links.sums.today.locations == 1);
}
