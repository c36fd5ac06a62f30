#include "daemon/journal/sqlite_journal.hpp"

#include "daemon/journal/sqlite_rows.hpp"

namespace callwatch {
namespace {

/// Held before SQLite looks at the file, which is made with its rights first.
FileLock lock_of(const std::string& path)
{
    make_file(path, 0640);
    return FileLock{path};
}

SqliteStatement prepare_insert(SqliteFile& file)
{
    own_schema(file, journal_schema);
    return file.prepare(
        "INSERT INTO chain(first, count, format, previous, hash, bytes)"
        " VALUES(?1, ?2, ?3, ?4, ?5, ?6)");
}

JournalHead checked_head(SqliteFile& file)
{
    const JournalHead head = read_head(file);
    if (const auto kept = HeadFile::read(file.path())) check_kept_head(file, head, *kept);
    return head;
}

}  // namespace

SqliteJournal::SqliteJournal(const std::string& path)
try : path_{canonical_file(path)}, lock_{lock_of(path_)}, file_{path_, SqliteFile::As::owner},
    insert_{prepare_insert(file_)}, head_{checked_head(file_)}, head_file_{path_} {
    head_file_.keep(head_);
} catch (const StorageError& error) {
    throw JournalError{error.what()};
}

JournalHead SqliteJournal::append(std::span<const std::string> facts)
{
    check_alive();
    const std::string bytes = join_facts(facts);
    const StoredRow row{.first = static_cast<std::int64_t>(head_.position + 1),
                        .count = static_cast<std::int64_t>(facts.size()),
                        .format = row_format,
                        .previous = bytes_of(head_.hash),
                        .hash = {},
                        .bytes = bytes};
    const ChainHash hash = hash_of(row);
    try {
        // A statement by itself is a transaction: it has been synced when run() returns.
        insert_.bind(1, row.first).bind(2, row.count).bind(3, row.format);
        insert_.bind(4, row.previous).bind(5, bytes_of(hash)).bind(6, row.bytes);
        insert_.run();
        head_ = {head_.position + facts.size(), hash};
        head_file_.keep(head_);
    } catch (const StorageError& error) {
        failure_ = error.what();
        throw JournalError{failure_};
    }
    return head_;
}

void SqliteJournal::replay(Position after, const Visit& visit)
{
    check_alive();
    failing_as<JournalError>([&] { replay_rows(file_, after, head_.position, visit); });
}

JournalHead SqliteJournal::head() const
{
    check_alive();
    return head_;
}

void SqliteJournal::check_alive() const
{
    if (!failure_.empty()) throw JournalError{"the journal has failed before: " + failure_};
}

}  // namespace callwatch
