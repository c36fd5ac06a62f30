#include "daemon/journal/sqlite_rows.hpp"

#include <algorithm>
#include <limits>

#include <fmt/format.h>

namespace callwatch {
namespace {

/// Rows read in one transaction: some milliseconds.
constexpr int rows_at_a_time = 256;

StoredRow row_at(const SqliteStatement& select)
{
    return {.first = select.column_integer(0),
            .count = select.column_integer(1),
            .format = select.column_integer(2),
            .previous = select.column_blob(3),
            .hash = select.column_blob(4),
            .bytes = select.column_blob(5)};
}

/// Where the row begins that holds `position`, or the last one before it.
std::int64_t beginning_of_row_with(SqliteFile& file, Position position)
{
    auto select = file.prepare("SELECT max(first) FROM chain WHERE first <= ?1");
    select.bind(1, static_cast<std::int64_t>(position)).step();
    return select.column_integer(0);
}

}  // namespace

const SqliteSchema journal_schema{
    .kind = "journal",
    .application_id = 0x43576a6c,  // "CWjl"
    .version = 1,
    .tables =
        "CREATE TABLE chain(first INTEGER PRIMARY KEY, count INTEGER NOT NULL,"
        " format INTEGER NOT NULL, previous BLOB NOT NULL, hash BLOB NOT NULL,"
        " bytes BLOB NOT NULL) STRICT",
};

const SqliteSchema segment_schema{
    .kind = "journal",
    .application_id = 0x43576a6c,
    .version = 2,
    .tables =
        "CREATE TABLE chain(first INTEGER PRIMARY KEY, count INTEGER NOT NULL,"
        " format INTEGER NOT NULL, previous BLOB NOT NULL, hash BLOB NOT NULL,"
        " bytes BLOB NOT NULL) STRICT;"
        "CREATE TABLE begins(after INTEGER NOT NULL, hash BLOB NOT NULL) STRICT;",
};

void read_rows(SqliteFile& file, Position from, const std::function<bool(const StoredRow&)>& visit)
{
    const std::int64_t last = file.integer("SELECT max(first) FROM chain");
    std::int64_t next =
        from == 0 ? std::numeric_limits<std::int64_t>::min() : beginning_of_row_with(file, from);
    auto select = file.prepare(
        "SELECT first, count, format, previous, hash, bytes FROM chain"
        " WHERE first >= ?1 AND first <= ?2 ORDER BY first LIMIT ?3");
    for (int taken = rows_at_a_time; taken == rows_at_a_time;) {
        select.bind(1, next).bind(2, last).bind(3, std::int64_t{rows_at_a_time});
        for (taken = 0; select.step(); ++taken) {
            const StoredRow row = row_at(select);
            // Rows come in order, or the file is damaged and `visit` says so; either way this ends.
            if (!visit(row) || row.first < next || row.first >= last) return;
            next = row.first + 1;
        }
        select.reset();
    }
}

JournalHead read_head(SqliteFile& file)
{
    auto select = file.prepare(
        "SELECT first, count, format, previous, hash, bytes FROM chain ORDER BY first DESC LIMIT "
        "1");
    if (!select.step()) return {};
    const StoredRow row = row_at(select);
    ChainWalk walk{claimed_end_before(row)};
    if (const auto wrong = walk.check(row)) throw bad_row(file, walk.bad_position(), *wrong);
    return walk.head();
}

bool passes_through(SqliteFile& file, const JournalHead& place)
{
    if (place.position == 0) return place.hash == ChainHash{};
    bool found = false;
    read_rows(file, place.position, [&](const StoredRow& row) {
        found = row.first + row.count - 1 == static_cast<std::int64_t>(place.position) &&
                row.hash == bytes_of(place.hash);
        return false;
    });
    return found;
}

void replay_rows(SqliteFile& file, Position from, Position after, ChainWalk& walk,
                 const JournalReader::Visit& visit)
{
    bool believed = from == 0;
    read_rows(file, from, [&](const StoredRow& row) {
        if (!believed && row.first <= static_cast<std::int64_t>(from))
            walk = ChainWalk{claimed_end_before(row)};
        believed = true;
        if (const auto wrong = walk.check(row)) throw bad_row(file, walk.bad_position(), *wrong);
        for_each_fact(row, [&](Position position, std::string_view fact) {
            if (position > after) visit(position, fact);
        });
        return true;
    });
}

StorageError bad_row(const SqliteFile& file, Position position, std::string_view what)
{
    return StorageError{fmt::format("{}: position {}: {}: put a copy from a backup in its place",
                                    file.path(), position, what)};
}

}  // namespace callwatch
