#pragma once

#include <cstdint>
#include <functional>
#include <optional>

#include "daemon/journal/chain.hpp"
#include "daemon/journal/sqlite_schema.hpp"

namespace callwatch {

extern const SqliteSchema journal_schema;  ///< The first segment.
extern const SqliteSchema segment_schema;  ///< A later one, which says what it follows.

/// Hands rows, oldest first, to `visit` until it says false or the row that was the last when this
/// began. Begins with the row that holds position `from`, or should (0: with the very first row).
/// Reads in short transactions, so that a long reading does not keep a writer's log from being
/// checkpointed. Throws StorageError.
void read_rows(SqliteFile& file, Position from, const std::function<bool(const StoredRow&)>& visit);

/// The end of the file, its last row checked by itself; nothing if there is none. Throws
/// StorageError naming the position.
JournalHead read_head(SqliteFile& file);

/// Does a row end at `place`, with that hash? Looks at one row.
bool passes_through(SqliteFile& file, const JournalHead& place);

/// Hands the facts after `after` to `visit`, with `walk` checking every row from the one that holds
/// position `from` (0: the first). That one is believed about the row before it, which nobody reads
/// now; a first one must follow from `walk`. Throws StorageError.
void replay_rows(SqliteFile& file, Position from, Position after, ChainWalk& walk,
                 const JournalReader::Visit& visit);

/// "FILE: position N: WHAT: what to do".
StorageError bad_row(const SqliteFile& file, Position position, std::string_view what);

}  // namespace callwatch
