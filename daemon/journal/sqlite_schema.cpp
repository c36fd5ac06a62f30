#include "daemon/journal/sqlite_schema.hpp"

#include <fmt/format.h>

namespace callwatch {
namespace {

void use_write_ahead_log(SqliteFile& file)
{
    file.execute("PRAGMA journal_mode=WAL; PRAGMA synchronous=FULL");
    auto mode = file.prepare("PRAGMA journal_mode");
    if (!mode.step() || mode.column_blob(0) != "wal")
        throw StorageError{fmt::format(
            "{}: its file system cannot hold a write-ahead log: use a local disk", file.path())};
}

void make_tables(SqliteFile& file, const SqliteSchema& schema)
{
    SqliteTransaction transaction{file};
    file.execute(schema.tables);
    file.execute("CREATE TABLE schema(version INTEGER NOT NULL) STRICT");
    file.execute(fmt::format("INSERT INTO schema VALUES({})", schema.version).c_str());
    file.execute(fmt::format("PRAGMA application_id={}", schema.application_id).c_str());
    transaction.commit();
}

/// In one transaction: it is of the one version or of the other.
void upgrade(SqliteFile& file, const SqliteSchema& schema)
{
    SqliteTransaction transaction{file};
    file.execute(schema.upgrade);
    file.execute(fmt::format("UPDATE schema SET version = {}", schema.version).c_str());
    transaction.commit();
}

bool needs_upgrade(SqliteFile& file, const SqliteSchema& schema)
{
    return schema.upgrade != nullptr &&
           file.integer("PRAGMA application_id") == schema.application_id &&
           file.integer("SELECT version FROM schema") == schema.version - 1;
}

}  // namespace

bool is_unmade(SqliteFile& file)
{
    return file.integer("PRAGMA application_id") == 0 &&
           file.integer("SELECT count(*) FROM sqlite_schema") == 0;
}

void own_schema(SqliteFile& file, const SqliteSchema& schema)
{
    const bool empty = is_unmade(file);
    const bool older = !empty && needs_upgrade(file, schema);
    if (!empty && !older) check_schema(file, schema);
    use_write_ahead_log(file);
    if (older) upgrade(file, schema);
    if (empty) make_tables(file, schema);
}

void check_schema(SqliteFile& file, const SqliteSchema& schema)
{
    if (file.integer("PRAGMA application_id") != schema.application_id)
        throw StorageError{
            fmt::format("{}: is not a {} of Callwatch: check the path", file.path(), schema.kind)};
    const std::int64_t version = file.integer("SELECT version FROM schema");
    if (version == schema.version) return;
    throw StorageError{
        fmt::format("{}: is a {} of schema version {}, this program knows {}: use the "
                    "version of Callwatch that wrote it",
                    file.path(), schema.kind, version, schema.version)};
}

}  // namespace callwatch
