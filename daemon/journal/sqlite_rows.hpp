#pragma once

#include <cstdint>
#include <functional>
#include <optional>

#include "daemon/journal/chain.hpp"
#include "daemon/journal/sqlite_schema.hpp"

namespace callwatch {

extern const SqliteSchema journal_schema;

/// Hands rows, oldest first, to `visit` until it says false or the row that was the last when this
/// began. Begins with the row that holds position `from`, or should (0: with the very first row).
/// Reads in short transactions, so that a long reading does not keep a writer's log from being
/// checkpointed. Throws StorageError.
void read_rows(SqliteFile& file, Position from, const std::function<bool(const StoredRow&)>& visit);

/// The end of the journal, its last row checked by itself. Throws StorageError naming the position.
JournalHead read_head(SqliteFile& file);

/// Does the chain, which ends at `head`, pass through `kept`, which was once its end? Looks at one
/// row. Throws StorageError if not.
void check_kept_head(SqliteFile& file, const JournalHead& head, const JournalHead& kept);

/// Journal::replay() over a file that ends at `end` or later. Throws StorageError, also if not all
/// rows up to there are found.
void replay_rows(SqliteFile& file, Position after, Position end, const Journal::Visit& visit);

}  // namespace callwatch
