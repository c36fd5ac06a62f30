#include "daemon/journal/vault_reader.hpp"

#include <fmt/format.h>

#include "daemon/journal/storage_file.hpp"
#include "daemon/journal/vault_token.hpp"

namespace callwatch {

// A text that comes again while its erasure is under way has two entries for a moment; the later
// use tells which one counts.
const SqliteSchema vault_schema{
    .kind = "vault",
    .application_id = 0x43577674,  // "CWvt"
    .version = 2,
    .tables =
        "CREATE TABLE entry(token BLOB PRIMARY KEY, lookup BLOB NOT NULL, sealed BLOB NOT NULL,"
        " used INTEGER NOT NULL) STRICT, WITHOUT ROWID;"
        "CREATE INDEX entry_lookup ON entry(lookup);"
        "CREATE INDEX entry_used ON entry(used);"
        "CREATE TABLE key(check_value BLOB NOT NULL) STRICT;",
    // Nobody knows when the texts of a version 1 were used last: now, by this machine's clock.
    .upgrade =
        "ALTER TABLE entry RENAME TO entry_1;"
        "CREATE TABLE entry(token BLOB PRIMARY KEY, lookup BLOB NOT NULL, sealed BLOB NOT NULL,"
        " used INTEGER NOT NULL) STRICT, WITHOUT ROWID;"
        "INSERT INTO entry SELECT token, lookup, sealed, strftime('%s', 'now') / 86400 FROM "
        "entry_1;"
        "DROP TABLE entry_1;"
        "CREATE INDEX entry_lookup ON entry(lookup);"
        "CREATE INDEX entry_used ON entry(used);",
};

void check_vault_key(SqliteFile& file, const VaultKey& key)
{
    auto select = file.prepare("SELECT check_value FROM key");
    if (!select.step() || select.column_blob(0) != key.check_value())
        throw StorageError{
            fmt::format("{}: was made with another key than {}.key: put the right one in its place",
                        file.path(), file.path())};
}

VaultReader::VaultReader(const std::string& path)
try : key_{path + ".key", false}, file_{path, SqliteFile::As::observer} {
    check_schema(file_, vault_schema);
    check_vault_key(file_, key_);
    find_ = file_.prepare("SELECT sealed FROM entry WHERE token = ?1");
} catch (const StorageError& error) {
    throw VaultError{error.what()};
}

std::optional<std::string> VaultReader::text_of(std::string_view token)
{
    const std::string bytes = bytes_of_token(token);
    if (bytes.empty()) return std::nullopt;
    return failing_as<VaultError>([&]() -> std::optional<std::string> {
        std::string sealed;
        if (find_->bind(1, std::string_view{bytes}).step()) sealed = find_->column_blob(0);
        find_->reset();
        if (sealed.empty()) return std::nullopt;
        auto opened = key_.open(token, sealed);
        if (!opened)
            throw StorageError{fmt::format(
                "{}: an entry was changed: put a copy from a backup in its place", file_.path())};
        return std::move(opened->text);
    });
}

VaultCount count_vault(const std::string& path, VaultDay unused_before)
{
    return failing_as<VaultError>([&] {
        SqliteFile file{path, SqliteFile::As::observer};
        check_schema(file, vault_schema);
        auto select = file.prepare(
            "SELECT count(*), min(used), count(CASE WHEN used < ?1 THEN 1 END) FROM entry "
            "WHERE used < ?2");
        select.bind(1, std::int64_t{unused_before}).bind(2, std::int64_t{vault_day_kept}).step();
        return VaultCount{.texts = static_cast<std::uint64_t>(select.column_integer(0)),
                          .oldest_use = static_cast<VaultDay>(select.column_integer(1)),
                          .unused = static_cast<std::uint64_t>(select.column_integer(2))};
    });
}

}  // namespace callwatch
