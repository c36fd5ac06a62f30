#pragma once

#include <memory>
#include <string>

#include "daemon/journal/journal.hpp"
#include "daemon/journal/vault.hpp"

namespace callwatch {

/// Opens the journal at `path` (a file of SQLite) for its one owner, or makes an empty one. Throws
/// JournalError.
std::unique_ptr<Journal> open_journal(const std::string& path);

/// The same for the vault; its key is "PATH.key". Throws VaultError.
std::unique_ptr<Vault> open_vault(const std::string& path);

}  // namespace callwatch
