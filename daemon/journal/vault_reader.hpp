#pragma once

#include <optional>
#include <string>
#include <string_view>

#include "daemon/journal/sqlite_file.hpp"
#include "daemon/journal/sqlite_schema.hpp"
#include "daemon/journal/vault.hpp"
#include "daemon/journal/vault_key.hpp"

namespace callwatch {

extern const SqliteSchema vault_schema;

/// Throws StorageError if the vault was made with another key.
void check_vault_key(SqliteFile& file, const VaultKey& key);

/// Reads texts of a vault beside its owner. Changes nothing.
class VaultReader {
public:
    /// Throws VaultError: there is no vault at `path`, its key is not beside it, or others may read
    /// that.
    explicit VaultReader(const std::string& path);

    /// Nothing if the token was never given, or was erased. Throws VaultError.
    std::optional<std::string> text_of(std::string_view token);

private:
    VaultKey key_;
    SqliteFile file_;
    std::optional<SqliteStatement> find_;
};

/// What a vault holds, for a reader beside its owner who has no key. Throws VaultError.
VaultCount count_vault(const std::string& path, VaultDay unused_before);

}  // namespace callwatch
