#pragma once

#include <cstdint>
#include <deque>
#include <map>
#include <string>
#include <utility>
#include <vector>

#include "callwatch/v1/board.pb.h"

namespace callwatch::ctl {

/// The collector's board, rebuilt from a snapshot and the change sets that follow it (board.proto).
/// A change set that does not follow what is held, or a heartbeat that names another revision, is a
/// hole: a snapshot is needed. Knows no socket and no clock.
class BoardMirror {
public:
    using Key = std::pair<v1::BoardRow::ContentCase, std::string>;  ///< Kind and row id.
    using Rows = std::map<Key, v1::BoardRow>;

    /// Bounds of what is kept; rows beyond are not taken, change sets beyond are a hole.
    static constexpr std::size_t rows_max = 50'000;
    static constexpr std::size_t waiting_max = 1'000;

    void take(v1::BoardMessage message);
    void take(const v1::BoardSnapshot& snapshot);

    bool needs_snapshot() const { return needs_snapshot_; }
    bool is_complete() const { return has_snapshot_; }
    const Rows& rows() const { return rows_; }
    std::uint64_t revision() const { return revision_; }
    std::int64_t now_us() const { return now_us_; }
    v1::BoardHeartbeat::Health health() const { return health_; }
    /// How the collector's time runs between two messages, in thousandths of real time.
    std::uint32_t rate_milli() const { return rate_milli_; }

    /// Rows that changed since the last call, as they are now; removed ones say so.
    std::vector<v1::BoardRow> take_changes() { return std::exchange(changes_, {}); }

private:
    void take(v1::ChangeSet changes);
    void take(const v1::BoardHeartbeat& heartbeat);
    void apply(const v1::ChangeSet& changes);
    void apply(const v1::BoardRow& row);

    bool has_snapshot_ = false;
    bool needs_snapshot_ = true;
    Rows rows_;
    std::uint64_t revision_ = 0;
    std::int64_t now_us_ = 0;
    v1::BoardHeartbeat::Health health_ = v1::BoardHeartbeat::HEALTH_UNSPECIFIED;
    std::uint32_t rate_milli_ = 1'000;
    std::deque<v1::ChangeSet> waiting_;  ///< For a snapshot.
    std::vector<v1::BoardRow> changes_;
};

}  // namespace callwatch::ctl
