#include "daemon/journal/sqlite_journal.hpp"

#include <utility>

#include <fmt/format.h>

#include "daemon/journal/segments.hpp"
#include "daemon/journal/sqlite_rows.hpp"
#include "daemon/model/check.hpp"

namespace callwatch {
namespace {

/// Held before SQLite looks at any file.
FileLock lock_of(const std::string& path)
{
    if (list_segments(path).empty()) make_file(path, 0640);
    return FileLock{path};
}

/// The chain, which ends at `head`, must pass through `kept`, which was once its end.
void check_kept_head(SegmentReader& segments, const std::string& path, const JournalHead& head,
                     const JournalHead& kept)
{
    if (kept.position < segments.begin().position) return;  // Moved away since.
    if (kept.position > head.position)
        throw StorageError{fmt::format(
            "{0}: ends at position {1}, but {2} had been written: put the newest copy in its place "
            "(its write-ahead log {0}-wal too), or remove {3}.head to go on without {4} facts",
            segments.parts().back().file->path(), head.position, kept.position, path,
            kept.position - head.position)};
    if (!segments.passes(kept))
        throw bad_row(*segments.parts().back().file, kept.position,
                      "is not the row that had been written");
}

/// Makes a sealed segment one file that needs no other beside it. Not while somebody reads it; then
/// the next start does it.
void finish_sealed(SqliteFile& file)
try {
    // No waiting for a reader: the next month is due.
    file.execute("PRAGMA busy_timeout=0; PRAGMA journal_mode=DELETE");
} catch (const StorageError&) {
    // Whether it can be read is found out, and said, where it is read.
}

/// A writer that was killed while it made the file has left a transaction to be rolled back, which
/// a reader may not do.
void undo_unfinished(SqliteFile& file)
try {
    (void)file.integer("PRAGMA schema_version");
} catch (const StorageError&) {
    // Whether it can be read is found out, and said, where it is read.
}

}  // namespace

SqliteJournal::Segment::Segment(const std::string& base, const std::string& path,
                                const JournalHead& begin)
    : file{path, SqliteFile::As::owner},
      insert{(own_segment(file, base, begin),
              file.prepare("INSERT INTO chain(first, count, format, previous, hash, bytes)"
                           " VALUES(?1, ?2, ?3, ?4, ?5, ?6)"))}
{
}

SqliteJournal::SqliteJournal(const std::string& path)
try : path_{canonical_file(path)}, lock_{lock_of(path_)} {
    open_newest();
    head_file_.emplace(path_).keep(head_);
} catch (const StorageError& error) {
    throw JournalError{error.what()};
}

void SqliteJournal::open_newest()
{
    const auto paths = list_segments(path_);
    const auto kept = HeadFile::read(path_);
    for (std::size_t i = 0; i < paths.size(); ++i) {
        SqliteFile file{paths[i], SqliteFile::As::owner};
        if (i + 1 < paths.size())
            finish_sealed(file);
        else
            undo_unfinished(file);
    }
    // The end of what was sealed is where one begins whose making a crash has cut short.
    JournalHead begin;
    if (paths.size() == 1 && paths.back() == path_) {
        segment_ = std::make_unique<Segment>(path_, path_, begin);
    } else {
        SegmentReader sealed{path_};
        segment_ = std::make_unique<Segment>(path_, paths.back(), sealed.end());
    }
    SegmentReader segments{path_};
    auto& parts = segments.parts();
    head_ = segments.end();
    archived_ = segments.begin().position;
    if (parts.size() > 1) {
        const auto before = read_head(*parts[parts.size() - 2].file);
        const auto end = before.position == 0 ? parts[parts.size() - 2].begin : before;
        if (const auto wrong = wrong_order(parts.back(), end); !wrong.empty())
            throw StorageError{wrong + ": put the right file in its place"};
    }
    if (kept) check_kept_head(segments, path_, head_, *kept);
}

template <class Action>
void SqliteJournal::or_die(Action action)
try {
    check_alive();
    action();
} catch (const JournalError&) {
    throw;
} catch (const StorageError& error) {
    failure_ = error.what();
    throw JournalError{failure_};
}

JournalHead SqliteJournal::append(const FactBytes& facts)
{
    CALLWATCH_CHECK(!facts.empty() && facts.size() <= facts_per_row_max &&
                    facts.bytes().size() <= row_bytes_max);
    or_die([&] {
        const StoredRow row{.first = static_cast<std::int64_t>(head_.position + 1),
                            .count = static_cast<std::int64_t>(facts.size()),
                            .format = row_format,
                            .previous = bytes_of(head_.hash),
                            .hash = {},
                            .bytes = facts.bytes()};
        const ChainHash hash = hash_of(row);
        // A statement by itself is a transaction: it has been synced when run() returns.
        auto& insert = segment_->insert;
        insert.bind(1, row.first).bind(2, row.count).bind(3, row.format);
        insert.bind(4, row.previous).bind(5, bytes_of(hash)).bind(6, row.bytes);
        insert.run();
        head_ = {head_.position + facts.size(), hash};
        head_file_->keep(head_);
    });
    return head_;
}

void SqliteJournal::begin_segment(std::string_view month)
{
    CALLWATCH_CHECK(is_month(month));
    or_die([&] {
        const auto now = month_of(path_, segment_->file.path());
        if (head_.position == 0 || month <= now) return;
        const auto path = segment_path(path_, month);
        make_file(path, 0640);
        auto sealed = std::exchange(segment_, std::make_unique<Segment>(path_, path, head_));
        sync_folder_of(path);
        sealed->insert = SqliteStatement{sealed->file, "SELECT 1"};
        finish_sealed(sealed->file);
    });
}

void SqliteJournal::replay(Position after, const Visit& visit)
{
    check_alive();
    failing_as<JournalError>([&] { SegmentReader{path_}.replay(after, head_.position, visit); });
}

bool SqliteJournal::passes(const JournalHead& place)
{
    check_alive();
    return failing_as<JournalError>([&] { return SegmentReader{path_}.passes(place); });
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
