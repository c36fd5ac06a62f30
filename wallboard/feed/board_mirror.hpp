#pragma once

#include <cstdint>
#include <deque>
#include <map>
#include <string>
#include <vector>

#include "wallboard/feed/decode.hpp"

namespace wallboard {

/// The collector's board, rebuilt from snapshots and change sets (board.proto):
/// change sets that the snapshot already has are dropped, and one that does not follow the revision
/// held, or a heartbeat that names another one, is a hole: ask for a snapshot again. Knows no
/// sockets.
class BoardMirror {
public:
    /// Change sets that wait for a snapshot; more, and they are dropped: the next one shows the
    /// hole.
    static constexpr std::size_t waiting_max = 1'000;

    void take(RowChanges changes);
    void take(const Heartbeat& heartbeat);
    void take(const BoardImage& image);

    /// Forgets that the rows are whole; they stay on the wall until the snapshot is there.
    void ask_again() { needs_snapshot_ = true; }

    /// True until a snapshot is in, and whenever a hole was seen.
    bool needs_snapshot() const { return needs_snapshot_; }

    /// False if rows_max was passed: the rest was not taken.
    bool is_within_bounds() const { return within_bounds_; }

    Snapshot snapshot() const;

private:
    void apply(const RowChanges& changes);
    void apply(const Row& row);
    void put(const std::string& id, const Trend& trend);
    void remove(const Row& row);
    std::size_t size() const;

    bool has_image_ = false;
    bool needs_snapshot_ = true;
    bool within_bounds_ = true;
    std::deque<RowChanges> waiting_;
    Snapshot state_;  ///< Its vectors stay empty; rows are below, with their ids.

    /// Rows of one kind in the board's order: that of the snapshot, new ones at the end.
    template <class Content>
    struct Rows {
        std::vector<std::string> ids;
        std::vector<Content> contents;

        void put(const std::string& id, const Content& content);
        void remove(const std::string& id);
    };
    Rows<Location> locations_;
    Rows<Queue> queues_;
    Rows<Source> sources_;
    Rows<Day> days_;
    Rows<AlarmAct> alarm_acts_;
    Rows<Trend> trends_;  ///< The newest trend_days_max of each location.
};

}  // namespace wallboard
