#pragma once

#include <memory>
#include <string>
#include <string_view>
#include <vector>

#include "daemon/journal/chain.hpp"
#include "daemon/journal/sqlite_file.hpp"

namespace callwatch {

// The journal "DIR/journal.db" is a row of segments, each a SQLite file with rows of one chain: the
// first is journal.db itself, which every later one follows as "DIR/journal-2026-12.db", named by
// the month it was begun in. A later segment begins with the head of the one before it, so the ones
// before may be moved away: what remains still hangs together and can be verified. Only the newest
// is written.

/// "2026-12": such names sort as their months do.
bool is_month(std::string_view text);
std::string segment_path(const std::string& base, std::string_view month);
/// The month in the name of a segment; empty for the first.
std::string month_of(const std::string& base, const std::string& segment);

/// The segments that are there, oldest first; the first may be missing.
std::vector<std::string> list_segments(const std::string& base);

/// Makes `file` the segment that follows `begin`, if it is empty, and sets the owner's connection
/// up; checks that it is one. Throws StorageError.
void own_segment(SqliteFile& file, const std::string& base, const JournalHead& begin);

/// What is read of a journal, over all segments that are there, each held open.
class SegmentReader {
public:
    /// Throws StorageError if there is none, or one is no segment.
    explicit SegmentReader(const std::string& base);

    /// Where what is here begins: the end of what was moved away.
    const JournalHead& begin() const { return parts_.front().begin; }
    /// Where it ends, the last row checked by itself. Throws StorageError naming the position.
    JournalHead end();

    /// Journal::replay(), up to `end` at least.
    void replay(Position after, Position end, const JournalReader::Visit& visit);
    /// Journal::passes().
    bool passes(const JournalHead& place);

    struct Part {
        std::unique_ptr<SqliteFile> file;
        JournalHead begin;
    };
    std::vector<Part>& parts() { return parts_; }

private:
    std::size_t part_after(Position position) const;

    std::vector<Part> parts_;
};

/// Why `part` cannot follow what ends at `head`; empty: it does.
std::string wrong_order(const SegmentReader::Part& part, const JournalHead& head);

}  // namespace callwatch
