#pragma once

#include <algorithm>
#include <string>
#include <vector>

#include "daemon/journal/chain.hpp"
#include "daemon/journal/journal.hpp"

namespace callwatch::test {

/// A row that owns its bytes, to be kept, damaged and put back.
struct OwnedRow {
    std::int64_t first = 0;
    std::int64_t count = 0;
    std::int64_t format = 0;
    std::string previous;
    std::string hash;
    std::string bytes;

    StoredRow view() const { return {first, count, format, previous, hash, bytes}; }
};

/// What a MemoryJournal writes to; outlives it, as a disk does.
using MemoryDisk = std::vector<OwnedRow>;

/// The journal without a disk, under the same contract. Fails on order.
class MemoryJournal : public Journal {
public:
    /// Throws JournalError if the last row of `disk` is damaged.
    explicit MemoryJournal(MemoryDisk& disk);

    JournalHead append(const FactBytes& facts) override;
    void replay(Position after, const Visit& visit) override;
    bool passes(const JournalHead& place) override;
    void begin_segment(std::string_view month) override
    {
        month_ = std::max(month_, std::string{month});
    }
    JournalHead head() const override;

    /// The next append fails and leaves nothing, as on a full disk.
    void fail_next() { failing_ = Failing::without_trace; }
    /// The next append fails although the row is on disk, as after a failed sync.
    void fail_next_after_writing() { failing_ = Failing::written; }

private:
    enum class Failing { no, without_trace, written };

    void check_alive() const;

    MemoryDisk& disk_;
    JournalHead head_;
    Failing failing_ = Failing::no;
    bool dead_ = false;
    std::string month_;
};

}  // namespace callwatch::test
