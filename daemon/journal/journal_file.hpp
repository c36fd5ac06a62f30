#pragma once

#include <cstdint>
#include <optional>
#include <string>

#include "daemon/journal/journal.hpp"

namespace callwatch {

/// What a walk over the whole chain found.
struct Verification {
    struct Fault {
        Position position;  ///< The first that nothing vouches for.
        std::string what;
    };
    std::uint64_t rows = 0;  ///< Good ones.
    JournalHead head;  ///< The end of the good ones; its position is the number of good facts.
    std::optional<Fault> fault;
};

/// Walks the chain of the journal at `path`, also while a daemon is writing it: what had been
/// committed when this began is checked. With a head that was `kept` elsewhere (an export, a signed
/// day, paper), the chain must pass through it; without one, rows cut off at the end cannot be
/// noticed. Throws JournalError only if the file cannot be read as a journal at all.
Verification verify_journal(const std::string& path, const std::optional<JournalHead>& kept = {});

/// Journal::replay() for a reader beside the owner: callwatchctl. Throws JournalError.
void read_journal(const std::string& path, Position after, const Journal::Visit& visit);

}  // namespace callwatch
