#include "daemon/journal/journal_file.hpp"

#include <fmt/format.h>

#include "daemon/journal/head_file.hpp"
#include "daemon/journal/sqlite_rows.hpp"
#include "daemon/journal/storage_file.hpp"

namespace callwatch {
namespace {

/// What is wrong if the chain goes on to `head` and `kept` was once its end.
std::optional<std::string> contradiction(const JournalHead& before, const JournalHead& head,
                                         const JournalHead& kept)
{
    if (kept.position <= before.position || kept.position > head.position) return std::nullopt;
    if (kept.position < head.position)
        return fmt::format("no row ends at position {}, where the head that was kept elsewhere is",
                           kept.position);
    if (kept.hash != head.hash)
        return fmt::format("the hash at position {} is not the one that was kept elsewhere",
                           kept.position);
    return std::nullopt;
}

/// Through every head of `kept` the chain must pass.
Verification walk_chain(SqliteFile& file, const std::vector<JournalHead>& kept)
{
    Verification found;
    ChainWalk walk;
    const auto fault = [&](std::string what) {
        found.fault = Verification::Fault{found.head.position + 1, std::move(what)};
    };
    try {
        read_rows(file, 0, [&](const StoredRow& row) {
            auto wrong = walk.check(row);
            for (const auto& head : kept)
                if (!wrong) wrong = contradiction(found.head, walk.head(), head);
            if (wrong) {
                fault(std::move(*wrong));
                return false;
            }
            found.head = walk.head();
            ++found.rows;
            return true;
        });
    } catch (const StorageError& error) {
        fault(error.what());
    }
    for (const auto& head : kept)
        if (!found.fault && head.position > found.head.position)
            fault(fmt::format("the journal ends here: {} facts that had been written are gone",
                              head.position - found.head.position));
    return found;
}

}  // namespace

Verification verify_journal(const std::string& path, const std::optional<JournalHead>& kept)
{
    return failing_as<JournalError>([&] {
        SqliteFile file{path, SqliteFile::As::observer};
        check_schema(file, journal_schema);
        // Read before the rows are, so that a daemon's next row cannot be ahead of them.
        std::vector<JournalHead> heads;
        if (const auto last = HeadFile::read(path)) heads.push_back(*last);
        if (kept) heads.push_back(*kept);
        return walk_chain(file, heads);
    });
}

void read_journal(const std::string& path, Position after, const Journal::Visit& visit)
{
    failing_as<JournalError>([&] {
        SqliteFile file{path, SqliteFile::As::observer};
        check_schema(file, journal_schema);
        replay_rows(file, after, read_head(file).position, visit);
    });
}

}  // namespace callwatch
