#include "daemon/board/board_book.hpp"

namespace callwatch {

std::optional<v1::ChangeSet> BoardBook::update(std::vector<v1::BoardRow> rows, Instant now)
{
    v1::ChangeSet changes;
    for (auto& row : rows) {
        if (row.removed()) {
            remove(row, changes);
            continue;
        }
        auto& told = told_[{row.content_case(), row.id()}];
        auto bytes = row.SerializeAsString();
        if (told.bytes == bytes) continue;
        told.bytes = std::move(bytes);
        told.row = std::move(row);
        told.row.set_revision(revision_ + 1);
        *changes.add_rows() = told.row;
    }
    if (changes.rows_size() == 0) return std::nullopt;
    changes.set_follows(revision_);
    changes.set_revision(++revision_);
    changes.set_now_us(now.time_since_epoch().count());
    return changes;
}

void BoardBook::remove(const v1::BoardRow& row, v1::ChangeSet& changes)
{
    const auto told = told_.find({row.content_case(), row.id()});
    if (told == told_.end()) return;
    auto& removed = *changes.add_rows();
    removed = std::move(told->second.row);
    removed.set_removed(true);
    removed.set_revision(revision_ + 1);
    told_.erase(told);
}

v1::BoardSnapshot BoardBook::snapshot(Instant now) const
{
    v1::BoardSnapshot snapshot;
    snapshot.set_revision(revision_);
    snapshot.set_now_us(now.time_since_epoch().count());
    for (const auto& [key, told] : told_) *snapshot.add_rows() = told.row;
    return snapshot;
}

}  // namespace callwatch
