#pragma once

#include <string>

#include "daemon/state/board.hpp"

namespace callwatch {

/// SHA-256, hex, of ledger_text(): the same with and without crashes in between (invariant I6).
std::string ledger_hash(const Board& board);
/// SHA-256, hex, of operational_text(): the same whenever this journal is replayed.
std::string operational_hash(const Board& board);

}  // namespace callwatch
