#pragma once

#include <string>

#include "daemon/journal/head_file.hpp"
#include "daemon/journal/journal.hpp"
#include "daemon/journal/sqlite_file.hpp"
#include "daemon/journal/storage_file.hpp"

namespace callwatch {

/// The journal in one SQLite file on a local disk, owned by one process.
class SqliteJournal : public Journal {
public:
    /// Opens the journal at `path`, or makes an empty one (rights 0640). Throws JournalError if
    /// another process has it, if it is something else or of a newer version, or if its last row is
    /// damaged.
    explicit SqliteJournal(const std::string& path);

    JournalHead append(std::span<const std::string> facts) override;
    void replay(Position after, const Visit& visit) override;
    JournalHead head() const override;

private:
    /// Throws if an append has failed before.
    void check_alive() const;

    std::string path_;
    FileLock lock_;  ///< Before the file, so that it is freed after it.
    SqliteFile file_;
    SqliteStatement insert_;
    JournalHead head_;
    HeadFile head_file_;
    std::string failure_;  ///< Of the append that ended this object's life; empty: it lives.
};

}  // namespace callwatch
