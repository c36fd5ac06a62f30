#pragma once

#include <filesystem>
#include <vector>

#include "daemon/journal/journal.hpp"
#include "daemon/model/result.hpp"
#include "daemon/state/board.hpp"

namespace callwatch {

/// The state at a place of the journal where a row ends.
struct Snapshot {
    Board board;
    JournalHead at;
};

/// So many are kept: should the newest be damaged, there is another one.
constexpr std::size_t snapshots_kept = 2;

/// Writes proto/callwatch/journal/v1/snapshot.proto says how, as a whole or not at all, and removes
/// all but the newest `snapshots_kept`. Throws StorageError.
void write_snapshot(const std::filesystem::path& folder, const Board& board, const JournalHead& at);

/// Reads one back, and checks its checksum, its format and that the state has the hashes it was
/// written with. Refused: `malformed` if it is damaged, `version` if another program wrote it.
Result<Snapshot> read_snapshot(const std::filesystem::path& file);

/// The snapshots in the folder, newest first; unfinished ones are none.
std::vector<std::filesystem::path> list_snapshots(const std::filesystem::path& folder);

}  // namespace callwatch
