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

    /// The board as it stands, linked (links.hpp): anew only where rows have changed since the last
    /// one. A heartbeat changes none.
    Snapshot snapshot();

private:
    /// The ids of the rows of one kind, in the board's order: that of the snapshot, new ones at the
    /// end. The rows themselves are in `state_`.
    template <class Content>
    struct Rows {
        std::vector<Content> Snapshot::*contents;
        std::vector<std::string> ids{};
    };

    template <class Content>
    void put(Rows<Content>& rows, const std::string& id, const Content& content);
    template <class Content>
    void remove(Rows<Content>& rows, const std::string& id);
    void apply(const RowChanges& changes);
    void apply(const Row& row);
    void drop_oldest(const std::string& location_id);
    void remove(const Row& row);
    void forget_rows();
    std::size_t size() const;

    bool has_image_ = false;
    bool needs_snapshot_ = true;
    bool within_bounds_ = true;
    std::deque<RowChanges> waiting_;
    Snapshot state_;
    Rows<Location> locations_{&Snapshot::locations};
    Rows<Queue> queues_{&Snapshot::queues};
    Rows<Source> sources_{&Snapshot::sources};
    Rows<Day> days_{&Snapshot::days};
    Rows<AlarmAct> alarm_acts_{&Snapshot::alarm_acts};
    Rows<Trend> trends_{&Snapshot::trends};  ///< The newest trend_days_max of each location.
};

}  // namespace wallboard
