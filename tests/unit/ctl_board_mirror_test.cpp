// Does the board that is followed equal the collector's, whatever order its messages come in?

#include <catch2/catch.hpp>

#include "daemon/ctl/board_mirror.hpp"

using callwatch::ctl::BoardMirror;
namespace v1 = callwatch::v1;

namespace {

void put(google::protobuf::RepeatedPtrField<v1::BoardRow>& rows, const std::string& id,
         std::uint32_t waiting, bool removed = false)
{
    auto& row = *rows.Add();
    row.set_id(id);
    row.set_removed(removed);
    row.mutable_queue()->set_waiting(waiting);
}

v1::BoardSnapshot snapshot(std::uint64_t revision, std::uint32_t waiting)
{
    v1::BoardSnapshot board;
    board.set_revision(revision);
    put(*board.mutable_rows(), "q", waiting);
    return board;
}

v1::BoardMessage change(std::uint64_t revision, std::uint32_t waiting, bool removed = false)
{
    v1::BoardMessage message;
    auto& set = *message.mutable_change_set();
    set.set_revision(revision);
    set.set_follows(revision - 1);
    put(*set.mutable_rows(), "q", waiting, removed);
    return message;
}

v1::BoardMessage heartbeat(std::uint64_t revision)
{
    v1::BoardMessage message;
    message.mutable_heartbeat()->set_revision(revision);
    message.mutable_heartbeat()->set_health(v1::BoardHeartbeat::OK);
    return message;
}

std::uint32_t waiting(const BoardMirror& mirror)
{
    return mirror.rows().at({v1::BoardRow::kQueue, "q"}).queue().waiting();
}

}  // namespace

TEST_CASE("changes that came before the snapshot are applied once", "[unit][ctl]")
{
    BoardMirror mirror;
    mirror.take(change(5, 50));
    mirror.take(change(6, 60));
    mirror.take(change(7, 70));
    CHECK(mirror.needs_snapshot());
    mirror.take(snapshot(6, 60));
    CHECK_FALSE(mirror.needs_snapshot());
    CHECK(mirror.revision() == 7);
    CHECK(waiting(mirror) == 70);
}

TEST_CASE("a hole is noticed by the next change, or by a heartbeat", "[unit][ctl]")
{
    BoardMirror mirror;
    mirror.take(snapshot(1, 1));
    mirror.take(change(3, 3));
    CHECK(mirror.needs_snapshot());
    mirror.take(snapshot(3, 3));
    CHECK_FALSE(mirror.needs_snapshot());
    mirror.take(heartbeat(3));
    CHECK_FALSE(mirror.needs_snapshot());
    mirror.take(heartbeat(4));
    CHECK(mirror.needs_snapshot());
}

TEST_CASE("what changed is told once, also by a snapshot, and what is gone is removed",
          "[unit][ctl]")
{
    BoardMirror mirror;
    mirror.take(snapshot(1, 1));
    CHECK(mirror.take_changes().size() == 1);
    CHECK(mirror.take_changes().empty());
    mirror.take(snapshot(2, 1));
    CHECK(mirror.take_changes().empty());
    mirror.take(change(3, 0, true));
    const auto changes = mirror.take_changes();
    REQUIRE(changes.size() == 1);
    CHECK(changes[0].removed());
    CHECK(mirror.rows().empty());
    mirror.take(snapshot(4, 4));
    v1::BoardSnapshot empty;
    empty.set_revision(5);
    (void)mirror.take_changes();
    mirror.take(empty);
    REQUIRE(mirror.take_changes().size() == 1);
}

TEST_CASE("a collector that began anew is followed again", "[unit][ctl]")
{
    BoardMirror mirror;
    mirror.take(snapshot(900, 9));
    mirror.take(heartbeat(2));
    CHECK(mirror.needs_snapshot());
    mirror.take(snapshot(2, 2));
    CHECK(waiting(mirror) == 2);
    CHECK_FALSE(mirror.needs_snapshot());
}
