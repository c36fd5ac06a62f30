#include "daemon/app/state_hash.hpp"

#include <sodium.h>

#include "daemon/journal/journal.hpp"
#include "daemon/state/ledger_text.hpp"

namespace callwatch {
namespace {

std::string hash_of(const std::string& text)
{
    ChainHash hash;
    crypto_hash_sha256(hash.data(), reinterpret_cast<const unsigned char*>(text.data()),
                       text.size());
    return to_hex(hash);
}

}  // namespace

std::string ledger_hash(const Board& board) { return hash_of(ledger_text(board)); }

std::string operational_hash(const Board& board) { return hash_of(operational_text(board)); }

}  // namespace callwatch
