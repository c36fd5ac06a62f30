#pragma once

#include <string>

#include "daemon/state/board.hpp"

namespace callwatch {

/// The ledger as canonical text: messages, queue counts, coverage, callers of the main number who
/// reached voicemail, and settled days by the sources' times
/// only. It is the same with and without crashes, restarts and different arrival in between; its
/// hash is the ledger hash. Left out: when and how often we decided (revisions, history order) and
/// the vault's random tokens.
std::string ledger_text(const Board& board);

/// The rest of the state (sources, operators, calls, every revision) as canonical text: the same
/// whenever the same journal is replayed.
std::string operational_text(const Board& board);

}  // namespace callwatch
