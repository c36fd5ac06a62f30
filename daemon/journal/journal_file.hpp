#pragma once

#include <memory>
#include <optional>
#include <string>
#include <vector>

#include "daemon/journal/chain_verifier.hpp"

namespace callwatch {

/// Walks the chain of the journal at `path` over all its segments, also while a daemon is writing
/// it: what had been committed when this began is checked. With a head that was `kept` elsewhere
/// (an export, a signed day, paper), the chain must pass through it; without one, rows cut off at
/// the end cannot be noticed. Oldest segments that were moved away are told, not a fault: the chain
/// is walked from where the oldest one here begins. A segment that is missing between others is a
/// fault. Throws JournalError only if the file cannot be read as a journal at all.
Verification verify_journal(const std::string& path, const std::optional<JournalHead>& kept = {});

/// The same for several heads; `visit` gets every good row, oldest first.
Verification verify_journal(const std::string& path, std::vector<JournalHead> kept,
                            const ChainVerifier::VisitRow& visit);

/// A reader beside the owner, of what had been committed when this was called. Throws JournalError.
std::unique_ptr<JournalReader> observe_journal(const std::string& path);

/// Its replay(). Throws JournalError.
void read_journal(const std::string& path, Position after, const JournalReader::Visit& visit);

}  // namespace callwatch
