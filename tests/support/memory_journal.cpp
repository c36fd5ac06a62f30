#include "tests/support/memory_journal.hpp"

#include <algorithm>

#include <fmt/format.h>

namespace callwatch::test {
namespace {

[[noreturn]] void fail_at(Position position, const std::string& what)
{
    throw JournalError{fmt::format("memory: position {}: {}", position, what)};
}

}  // namespace

MemoryJournal::MemoryJournal(MemoryDisk& disk) : disk_{disk}
{
    if (disk_.empty()) return;
    ChainWalk walk{claimed_end_before(disk_.back().view())};
    if (const auto wrong = walk.check(disk_.back().view())) fail_at(walk.bad_position(), *wrong);
    head_ = walk.head();
}

JournalHead MemoryJournal::append(const FactBytes& facts)
{
    check_alive();
    OwnedRow row{.first = static_cast<std::int64_t>(head_.position + 1),
                 .count = static_cast<std::int64_t>(facts.size()),
                 .format = row_format,
                 .previous = std::string{bytes_of(head_.hash)},
                 .hash = {},
                 .bytes = std::string{facts.bytes()}};
    const ChainHash hash = hash_of(row.view());
    row.hash = bytes_of(hash);

    dead_ = failing_ != Failing::no;
    if (failing_ != Failing::without_trace) disk_.push_back(std::move(row));
    check_alive();
    head_ = {head_.position + facts.size(), hash};
    return head_;
}

void MemoryJournal::replay(Position after, const Visit& visit)
{
    check_alive();
    const auto begins_after = [after](const OwnedRow& row) {
        return row.first > static_cast<std::int64_t>(after);
    };
    auto row = after == 0 ? disk_.begin() : std::find_if(disk_.begin(), disk_.end(), begins_after);
    ChainWalk walk;
    if (row != disk_.begin()) {
        --row;  // It holds `after`, and is believed about the row before it.
        walk = ChainWalk{claimed_end_before(row->view())};
    }
    for (; row != disk_.end(); ++row) {
        if (const auto wrong = walk.check(row->view())) fail_at(walk.bad_position(), *wrong);
        for_each_fact(row->view(), [&](Position position, std::string_view fact) {
            if (position > after) visit(position, fact);
        });
    }
    if (walk.head().position < after) fail_at(walk.head().position + 1, "the journal ends here");
}

bool MemoryJournal::passes(const JournalHead& place)
{
    check_alive();
    if (place.position == 0) return place.hash == ChainHash{};
    return std::any_of(disk_.begin(), disk_.end(), [&](const OwnedRow& row) {
        return row.first + row.count - 1 == static_cast<std::int64_t>(place.position) &&
               row.hash == bytes_of(place.hash);
    });
}

JournalHead MemoryJournal::head() const
{
    check_alive();
    return head_;
}

void MemoryJournal::check_alive() const
{
    if (dead_) throw JournalError{"memory: failed on order"};
}

}  // namespace callwatch::test
