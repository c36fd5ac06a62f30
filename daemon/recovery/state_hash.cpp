#include "daemon/recovery/state_hash.hpp"

#include "daemon/journal/journal.hpp"
#include "daemon/journal/sha256.hpp"
#include "daemon/state/ledger_text.hpp"

namespace callwatch {

std::string ledger_hash(const Board& board) { return to_hex(sha256(ledger_text(board))); }

std::string operational_hash(const Board& board) { return to_hex(sha256(operational_text(board))); }

}  // namespace callwatch
