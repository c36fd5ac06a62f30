#include "daemon/ctl/board_mirror.hpp"

#include <algorithm>

namespace callwatch::ctl {

void BoardMirror::take(v1::BoardMessage message)
{
    if (message.has_change_set()) take(std::move(*message.mutable_change_set()));
    if (message.has_heartbeat()) take(message.heartbeat());
}

void BoardMirror::take(v1::ChangeSet changes)
{
    if (needs_snapshot_) {
        if (waiting_.size() < waiting_max) waiting_.push_back(std::move(changes));
        return;
    }
    if (changes.revision() <= revision_) return;  // The snapshot already had it.
    if (changes.follows() != revision_) {
        needs_snapshot_ = true;
        waiting_.clear();
        waiting_.push_back(std::move(changes));
        return;
    }
    apply(changes);
}

void BoardMirror::take(const v1::BoardHeartbeat& heartbeat)
{
    now_us_ = heartbeat.now_us();
    health_ = heartbeat.health();
    rate_milli_ = heartbeat.rate_milli();
    if (has_snapshot_ && heartbeat.revision() != revision_) needs_snapshot_ = true;
}

void BoardMirror::take(const v1::BoardSnapshot& snapshot)
{
    Rows before = std::exchange(rows_, {});
    for (const auto& row : snapshot.rows()) {
        const auto known = before.find({row.content_case(), row.id()});
        const bool same =
            known != before.end() && known->second.SerializeAsString() == row.SerializeAsString();
        if (known != before.end()) before.erase(known);
        if (rows_.size() >= rows_max) continue;
        rows_[{row.content_case(), row.id()}] = row;
        if (!same) changes_.push_back(row);
    }
    for (auto& [key, row] : before) {
        row.set_removed(true);
        changes_.push_back(std::move(row));
    }
    revision_ = snapshot.revision();
    now_us_ = std::max(now_us_, snapshot.now_us());
    has_snapshot_ = true;
    needs_snapshot_ = false;
    for (auto& waiting : std::exchange(waiting_, {})) take(std::move(waiting));
}

void BoardMirror::apply(const v1::ChangeSet& changes)
{
    for (const auto& row : changes.rows()) apply(row);
    revision_ = changes.revision();
    now_us_ = std::max(now_us_, changes.now_us());
}

void BoardMirror::apply(const v1::BoardRow& row)
{
    const Key key{row.content_case(), row.id()};
    if (row.removed()) {
        if (rows_.erase(key) > 0) changes_.push_back(row);
        return;
    }
    if (rows_.size() >= rows_max && !rows_.contains(key)) return;
    rows_[key] = row;
    changes_.push_back(row);
}

}  // namespace callwatch::ctl
