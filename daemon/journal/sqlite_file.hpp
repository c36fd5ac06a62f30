#pragma once

#include <cstdint>
#include <memory>
#include <string>
#include <string_view>

#include "daemon/journal/storage_error.hpp"

struct sqlite3;
struct sqlite3_stmt;

namespace callwatch {

class SqliteFile;

/// A prepared statement. Everything it throws is a StorageError; a statement that failed is only
/// good for being destroyed. What column_…() returns as a view holds until the next step(), reset()
/// or destruction.
class SqliteStatement {
public:
    SqliteStatement(SqliteFile& file, const char* sql);

    /// Parameters count from 1. A bound view must live until the statement is stepped.
    SqliteStatement& bind(int parameter, std::int64_t value);
    SqliteStatement& bind(int parameter, std::string_view blob);

    bool step();  ///< True: there is a row.
    void reset();
    /// step() to the end, and reset.
    void run();

    std::int64_t column_integer(int column) const;
    std::string_view column_blob(int column) const;

private:
    struct Finalize {
        void operator()(sqlite3_stmt* statement) const;
    };

    SqliteFile* file_;
    std::unique_ptr<sqlite3_stmt, Finalize> statement_;
};

/// One connection to one SQLite file, for one thread at a time. Waits at most 5 s for another
/// program's lock. Nothing else in Callwatch knows SQLite's interface.
class SqliteFile {
public:
    enum class As : std::uint8_t {
        owner,     ///< Reads and writes. The file is made if it is not there.
        observer,  ///< Reads only, also while an owner writes.
    };

    SqliteFile(const std::string& path, As as);
    SqliteFile(const SqliteFile&) = delete;
    SqliteFile& operator=(const SqliteFile&) = delete;

    void execute(const char* sql);
    SqliteStatement prepare(const char* sql) { return SqliteStatement{*this, sql}; }
    std::int64_t integer(const char* sql);  ///< First column of the first row; 0 if there is none.

    const std::string& path() const { return path_; }

    /// Throws StorageError: "PATH: cannot DO: WHY: what to do".
    [[noreturn]] void fail(int result_code, const char* doing) const;

private:
    friend class SqliteStatement;
    struct Close {
        void operator()(sqlite3* database) const;
    };

    std::string path_;
    std::unique_ptr<sqlite3, Close> database_;
};

/// Commits only if commit() is called; undone otherwise, as far as SQLite still can.
class SqliteTransaction {
public:
    explicit SqliteTransaction(SqliteFile& file) : file_{file} { file_.execute("BEGIN IMMEDIATE"); }
    ~SqliteTransaction();
    SqliteTransaction(const SqliteTransaction&) = delete;
    SqliteTransaction& operator=(const SqliteTransaction&) = delete;

    void commit();

private:
    SqliteFile& file_;
    bool open_ = true;
};

}  // namespace callwatch
