#pragma once

#include <filesystem>
#include <functional>

#include "daemon/journal/journal.hpp"
#include "daemon/recovery/snapshot.hpp"

namespace callwatch {

/// What a restart found.
struct Recovered {
    Board board;
    JournalHead head;            ///< The state is exactly the one after this.
    Position from_snapshot = 0;  ///< Facts that a snapshot saved replaying; 0: none did.
    Position replayed = 0;       ///< Facts applied from the journal.
};

struct RecoveryOptions {
    /// So many of the newest facts are told to `on_recent`, oldest first.
    Position recent = 0;
    JournalReader::Visit on_recent;
    /// Called every few thousand facts; may throw to give up.
    std::function<void()> now_and_then;
};

/// The state as the journal tells it: the newest good snapshot in `folder` and the facts after it,
/// or all of them. A snapshot counts if it is whole, of this program's state format, and the chain
/// passes through the place it was made at; one that does not is passed over, which is logged.
/// Throws JournalError if the chain does not verify from there on, or holds a fact of a kind that
/// this version does not know (an older program on a newer journal).
Recovered recover(JournalReader& journal, const std::filesystem::path& folder,
                  const RecoveryOptions& options = {});

}  // namespace callwatch
