#include "daemon/recovery/recovery.hpp"

#include <algorithm>

#include <fmt/format.h>
#include <spdlog/spdlog.h>

#include "daemon/wire/fact_codec.hpp"

namespace callwatch {
namespace {

/// Why the snapshot does not belong to this journal; empty: it does.
std::string misfit(JournalReader& journal, const JournalHead& at)
{
    const auto head = journal.head();
    if (at.position > head.position)
        return fmt::format("was made at position {}, and the journal ends at {}", at.position,
                           head.position);
    if (!journal.passes(at))
        return fmt::format("was made at position {} of another journal", at.position);
    return {};
}

Snapshot newest_good(JournalReader& journal, const std::filesystem::path& folder)
{
    for (const auto& file : list_snapshots(folder)) {
        auto snapshot = read_snapshot(file);
        auto wrong = snapshot ? misfit(journal, snapshot->at) : snapshot.refusal().detail;
        if (wrong.empty()) return std::move(*snapshot);
        spdlog::warn("{}: {}: passed over", file.string(), wrong);
    }
    return {};
}

}  // namespace

Recovered recover(JournalReader& journal, const std::filesystem::path& folder,
                  const RecoveryOptions& options)
{
    constexpr Position tell_every = 1'000'000;
    constexpr Position look_every = 4'096;  // Some milliseconds.
    auto [board, at] = newest_good(journal, folder);
    Recovered found{
        .board = std::move(board), .head = journal.head(), .from_snapshot = at.position};
    const Position told_after = std::max(
        journal.archived(), found.head.position - std::min(found.head.position, options.recent));
    FactReader reader;
    journal.replay(
        std::min(at.position, told_after), [&](Position position, std::string_view bytes) {
            if (position > told_after) options.on_recent(position, bytes);
            if (position <= at.position) return;
            const auto fact = reader.read(bytes);
            if (!fact)
                throw JournalError{fmt::format("position {}: {}", position, fact.refusal().detail)};
            found.board.apply(**fact);
            ++found.replayed;
            if (found.replayed % look_every == 0 && options.now_and_then) options.now_and_then();
            if (found.replayed % tell_every == 0) spdlog::info("replaying: {} facts", position);
        });
    return found;
}

}  // namespace callwatch
