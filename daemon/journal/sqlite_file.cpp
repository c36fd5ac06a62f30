#include "daemon/journal/sqlite_file.hpp"

#include <sqlite3.h>

#include <system_error>

#include <fmt/format.h>

#include "daemon/model/check.hpp"

namespace callwatch {
namespace {

constexpr int lock_wait_ms = 5'000;

/// What to do about a result code of SQLite (https://sqlite.org/rescode.html).
std::string advice(int code)
{
    switch (code & 0xff) {
        case SQLITE_FULL: return "the disk is full: free some space, then start again";
        case SQLITE_READONLY:
            return "it is read-only: give the user of the daemon the right to write it and its "
                   "folder";
        case SQLITE_PERM:
        case SQLITE_AUTH:
        case SQLITE_CANTOPEN:
            return "give the user of the daemon the right to read and write it and its folder";
        case SQLITE_BUSY:
        case SQLITE_LOCKED: return "another program holds it: stop that one first";
        case SQLITE_NOTADB: return "it is not a database: check the path in the configuration";
        case SQLITE_CORRUPT: return "it is damaged: put a copy from a backup in its place";
        case SQLITE_CONSTRAINT: return "somebody else has written to it: find out who";
        case SQLITE_IOERR: return "check the disk and its free space, then start again";
        case SQLITE_NOMEM: return "the machine is out of memory";
        default: return "check the file and the disk, then start again";
    }
}

}  // namespace

SqliteFile::SqliteFile(const std::string& path, As as) : path_{path}
{
    const int access =
        as == As::owner ? SQLITE_OPEN_READWRITE | SQLITE_OPEN_CREATE : SQLITE_OPEN_READONLY;
    sqlite3* opened = nullptr;
    const int code = sqlite3_open_v2(path.c_str(), &opened, access | SQLITE_OPEN_NOMUTEX, nullptr);
    database_.reset(opened);
    if (code != SQLITE_OK) fail(code, "cannot be opened");

    sqlite3_extended_result_codes(opened, 1);
    sqlite3_busy_timeout(opened, lock_wait_ms);
    execute("PRAGMA trusted_schema=OFF; PRAGMA cell_size_check=ON");
    if (as == As::observer) execute("PRAGMA query_only=ON");
}

void SqliteFile::Close::operator()(sqlite3* database) const
{
    // Statements are destroyed before their file, so there is nothing left that could refuse.
    const int code = sqlite3_close(database);
    CALLWATCH_CHECK(code == SQLITE_OK);
}

void SqliteFile::fail(int result_code, const char* doing) const
{
    std::string why = sqlite3_errstr(result_code);
    if (database_) {
        const std::string said = sqlite3_errmsg(database_.get());
        if (said != why) why += ", " + said;
        if (const int number = sqlite3_system_errno(database_.get()))
            why += ", " + std::generic_category().message(number);
    }
    throw StorageError{fmt::format("{}: {} ({}): {}", path_, doing, why, advice(result_code))};
}

void SqliteFile::execute(const char* sql)
{
    const int code = sqlite3_exec(database_.get(), sql, nullptr, nullptr, nullptr);
    if (code != SQLITE_OK) fail(code, "cannot be used");
}

std::int64_t SqliteFile::integer(const char* sql)
{
    auto statement = prepare(sql);
    return statement.step() ? statement.column_integer(0) : 0;
}

SqliteStatement::SqliteStatement(SqliteFile& file, const char* sql) : file_{&file}
{
    sqlite3_stmt* prepared = nullptr;
    const int code = sqlite3_prepare_v3(file.database_.get(), sql, -1, SQLITE_PREPARE_PERSISTENT,
                                        &prepared, nullptr);
    statement_.reset(prepared);
    if (code != SQLITE_OK) file.fail(code, "cannot be read");
}

void SqliteStatement::Finalize::operator()(sqlite3_stmt* statement) const
{
    sqlite3_finalize(statement);
}

SqliteStatement& SqliteStatement::bind(int parameter, std::int64_t value)
{
    CALLWATCH_CHECK(sqlite3_bind_int64(statement_.get(), parameter, value) == SQLITE_OK);
    return *this;
}

SqliteStatement& SqliteStatement::bind(int parameter, std::string_view blob)
{
    const int code =
        sqlite3_bind_blob64(statement_.get(), parameter, blob.data(), blob.size(), SQLITE_STATIC);
    if (code != SQLITE_OK) file_->fail(code, "cannot be written");
    return *this;
}

bool SqliteStatement::step()
{
    const int code = sqlite3_step(statement_.get());
    if (code == SQLITE_ROW) return true;
    if (code == SQLITE_DONE) return false;
    file_->fail(code,
                sqlite3_stmt_readonly(statement_.get()) ? "cannot be read" : "cannot be written");
}

void SqliteStatement::reset() { sqlite3_reset(statement_.get()); }

void SqliteStatement::run()
{
    while (step()) {}
    reset();
}

std::int64_t SqliteStatement::column_integer(int column) const
{
    return sqlite3_column_int64(statement_.get(), column);
}

std::string_view SqliteStatement::column_blob(int column) const
{
    const auto* bytes = static_cast<const char*>(sqlite3_column_blob(statement_.get(), column));
    return {bytes, static_cast<std::size_t>(sqlite3_column_bytes(statement_.get(), column))};
}

SqliteTransaction::~SqliteTransaction()
{
    if (!open_) return;
    try {
        file_.execute("ROLLBACK");
    } catch (const StorageError&) {
        // SQLite has already undone it, or the next opening will.
    }
}

void SqliteTransaction::commit()
{
    file_.execute("COMMIT");
    open_ = false;
}

}  // namespace callwatch
