#pragma once

#include <cstdint>
#include <memory>
#include <optional>
#include <string>
#include <vector>

#include "daemon/journal/journal.hpp"

namespace callwatch {

/// What a walk over the whole chain found.
struct Verification {
    struct Fault {
        Position position;  ///< The first that nothing vouches for.
        std::string what;
    };
    Position archived = 0;              ///< Facts up to here are in segments that were moved away.
    std::uint64_t rows = 0;             ///< Good ones.
    JournalHead head;                   ///< The end of the good ones.
    std::vector<std::string> segments;  ///< File names, oldest first.
    std::optional<Fault> fault;
};

/// Walks the chain of the journal at `path` over all its segments, also while a daemon is writing
/// it: what had been committed when this began is checked. With a head that was `kept` elsewhere
/// (an export, a signed day, paper), the chain must pass through it; without one, rows cut off at
/// the end cannot be noticed. Oldest segments that were moved away are told, not a fault: the chain
/// is walked from where the oldest one here begins. A segment that is missing between others is a
/// fault. Throws JournalError only if the file cannot be read as a journal at all.
Verification verify_journal(const std::string& path, const std::optional<JournalHead>& kept = {});

/// A reader beside the owner, of what had been committed when this was called. Throws JournalError.
std::unique_ptr<JournalReader> observe_journal(const std::string& path);

/// Its replay(). Throws JournalError.
void read_journal(const std::string& path, Position after, const JournalReader::Visit& visit);

}  // namespace callwatch
