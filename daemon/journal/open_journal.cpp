#include "daemon/journal/open_journal.hpp"

#include "daemon/journal/sqlite_journal.hpp"
#include "daemon/journal/sqlite_vault.hpp"

namespace callwatch {

std::unique_ptr<Journal> open_journal(const std::string& path)
{
    return std::make_unique<SqliteJournal>(path);
}

std::unique_ptr<Vault> open_vault(const std::string& path)
{
    return std::make_unique<SqliteVault>(path);
}

}  // namespace callwatch
