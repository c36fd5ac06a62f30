#pragma once

#include <optional>
#include <string>

#include "daemon/journal/journal.hpp"

namespace callwatch {

/// Where the journal ended last, kept beside it in "PATH.head" as one line, POSITION:HASH, the
/// position in 20 digits. The chain alone cannot tell that its end is missing: a deleted
/// write-ahead log, an old copy put back, or one wrong bit in a page of SQLite leave a shorter
/// journal that is in order. (Of the bits of a journal of 3 pages, 1 in 1 000 did that before there
/// was this file.)
///
/// Written after every commit and never synced, so that after a power cut it may be behind the
/// journal, but never ahead of it.
class HeadFile {
public:
    /// Opens or makes it. Throws StorageError.
    explicit HeadFile(const std::string& journal_path);
    ~HeadFile();
    HeadFile(const HeadFile&) = delete;
    HeadFile& operator=(const HeadFile&) = delete;

    void keep(const JournalHead& head);

    /// Nothing if there is no file, or no whole line in it, as a power cut can leave it.
    static std::optional<JournalHead> read(const std::string& journal_path);

private:
    std::string path_;
    int descriptor_;
};

}  // namespace callwatch
