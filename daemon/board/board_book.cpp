#include "daemon/board/board_book.hpp"

#include <set>

namespace callwatch {

std::optional<v1::ChangeSet> BoardBook::update(const std::vector<v1::BoardRow>& rows, Instant now)
{
    v1::ChangeSet changes;
    std::set<std::pair<int, std::string>> seen;
    for (const auto& row : rows) {
        const std::pair<int, std::string> key{row.content_case(), row.id()};
        seen.insert(key);
        auto bytes = row.SerializeAsString();
        auto& told = told_[key];
        if (told.bytes == bytes) continue;
        told.bytes = std::move(bytes);
        told.row = row;
        told.row.set_revision(revision_ + 1);
        *changes.add_rows() = told.row;
    }
    std::erase_if(told_, [&](const auto& entry) {
        if (seen.contains(entry.first)) return false;
        auto& removed = *changes.add_rows();
        removed = entry.second.row;
        removed.set_removed(true);
        removed.set_revision(revision_ + 1);
        return true;
    });
    if (changes.rows_size() == 0) return std::nullopt;
    changes.set_follows(revision_);
    changes.set_revision(++revision_);
    changes.set_now_us(now.time_since_epoch().count());
    return changes;
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
