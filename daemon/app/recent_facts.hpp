#pragma once

#include <deque>

#include "callwatch/v1/request.pb.h"
#include "daemon/journal/journal.hpp"

namespace callwatch {

/// The newest facts as they stand in the journal, for people who ask the running collector: the
/// loop never waits for a disk. Older ones are read from the journal's file (`callwatchctl journal
/// print --data`).
class RecentFacts {
public:
    /// `first`: the position of the first of them, behind all that were added before.
    void add(Position first, const FactBytes& facts);

    /// Facts after the one asked for, at most limit_max and not many more bytes than
    /// reply_bytes_max, but at least one; refused (not_available) if they are no longer here.
    /// `durable`: nothing beyond it is told.
    void answer(const v1::JournalQuery& query, Position durable, v1::Reply& reply) const;

    /// Bounds: of what is kept, whichever comes first and up to a block or a turn more, and of one
    /// answer. A
    /// reply must stay within the 4 MiB of request.proto; one fact is at most 1 MiB
    /// (fact_bytes_max) and its text not longer.
    static constexpr std::size_t kept = 10'000;
    static constexpr std::size_t bytes_kept = 8u << 20;
    static constexpr std::size_t block_bytes = 64u << 10;
    static constexpr std::uint32_t limit_max = 1'000;
    static constexpr std::size_t reply_bytes_max = 1u << 20;

private:
    void forget();

    /// Turns as they come; small ones together, for each would cost a piece of memory.
    std::deque<FactBytes> blocks_;
    std::size_t facts_ = 0;
    std::size_t bytes_ = 0;
    Position first_ = 1;  ///< Of the first block.
};

}  // namespace callwatch
