#pragma once

#include <cstdint>

#include "daemon/journal/sqlite_file.hpp"

namespace callwatch {

/// What kind of file it is, and in which shape.
struct SqliteSchema {
    const char* kind;               ///< "journal", for messages.
    std::int32_t application_id;    ///< In the file's header:
                                    ///< https://sqlite.org/pragma.html#pragma_application_id
    std::int64_t version;           ///< In its table `schema`. Raised when `tables` changes.
    const char* tables;             ///< SQL that makes the tables.
    const char* upgrade = nullptr;  ///< SQL that makes them of those of the version before.
};

/// Makes `file` one of that kind if it is empty, and sets the owner's connection to WAL with
/// synchronous=FULL. One of the version before is upgraded if the schema says how. A file of
/// another kind or a newer version is left as it is: throws StorageError.
void own_schema(SqliteFile& file, const SqliteSchema& schema);

/// Nothing was ever made in it: new, or a crash came before its tables.
bool is_unmade(SqliteFile& file);

/// The same without making anything: an empty file is refused.
void check_schema(SqliteFile& file, const SqliteSchema& schema);

}  // namespace callwatch
