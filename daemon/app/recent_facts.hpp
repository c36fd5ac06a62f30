#pragma once

#include <deque>
#include <string>

#include "callwatch/v1/request.pb.h"
#include "daemon/journal/journal.hpp"

namespace callwatch {

/// The newest facts as they stand in the journal, for people who ask the running collector: the
/// loop never waits for a disk. Older ones are read from the journal's file (`callwatchctl journal
/// print --data`).
class RecentFacts {
public:
    void add(Position position, std::string bytes);

    /// Facts after the one asked for, at most limit_max; refused (not_available) if they are no
    /// longer here. `durable`: nothing beyond it is told.
    void answer(const v1::JournalQuery& query, Position durable, v1::Reply& reply) const;

    static constexpr std::size_t kept = 10'000;
    static constexpr std::uint32_t limit_max = 1'000;

private:
    std::deque<std::string> facts_;
    Position first_ = 1;  ///< Of facts_.front().
};

}  // namespace callwatch
