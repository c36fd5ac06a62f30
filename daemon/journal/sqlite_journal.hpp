#pragma once

#include <memory>
#include <optional>
#include <string>

#include "daemon/journal/head_file.hpp"
#include "daemon/journal/journal.hpp"
#include "daemon/journal/sqlite_file.hpp"
#include "daemon/journal/storage_file.hpp"

namespace callwatch {

/// The journal in SQLite files on a local disk, one a segment (segments.hpp), owned by one process.
class SqliteJournal : public Journal {
public:
    /// Opens the journal at `path`, or makes an empty one (rights 0640). Throws JournalError if
    /// another process has it, if it is something else or of a newer version, if its last row is
    /// damaged, or if its newest segment does not follow the one before.
    explicit SqliteJournal(const std::string& path);

    JournalHead append(const FactBytes& facts) override;
    void replay(Position after, const Visit& visit) override;
    bool passes(const JournalHead& place) override;
    Position archived() const override { return archived_; }
    void begin_segment(std::string_view month) override;
    JournalHead head() const override;

private:
    /// The file that is written.
    struct Segment {
        Segment(const std::string& base, const std::string& path, const JournalHead& begin);
        SqliteFile file;
        SqliteStatement insert;
    };

    /// Throws if an append has failed before.
    void check_alive() const;
    void open_newest();
    template <class Action>
    void or_die(Action action);

    std::string path_;  ///< Of the first segment, which names the whole.
    FileLock lock_;     ///< Before the files, so that it is freed after them.
    std::unique_ptr<Segment> segment_;
    JournalHead head_;
    Position archived_ = 0;
    std::optional<HeadFile> head_file_;
    std::string failure_;  ///< Of what ended this object's life; empty: it lives.
};

}  // namespace callwatch
