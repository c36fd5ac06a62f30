#pragma once

#include <map>
#include <optional>
#include <vector>

#include "daemon/model/fact.hpp"

namespace callwatch {

/// A time in which something may have happened that we did not see.
struct Gap {
    Instant from;
    Instant to;  ///< The epoch: not over.
    bool operator==(const Gap&) const = default;
};

/// The first and the last message left in a mailbox that is not configured.
struct Unwatched {
    Instant first;
    Instant last;
    bool operator==(const Unwatched&) const = default;
};

struct SourceState {
    std::uint64_t epoch = 0;          ///< Of its spool; 0: never seen.
    std::uint64_t last_sequence = 0;  ///< Newest accepted (or given up) of this epoch.
    std::uint64_t accepted = 0;       ///< Events of all epochs.
    std::uint64_t missed = 0;
    Instant last_occurred_at;  ///< Latest time any of its events spoke of.
    std::optional<Instant> silent_since;
    std::optional<Instant> ended_at;
    std::string software;
    std::vector<Gap> gaps;  ///< At most gaps_kept; then the two oldest become one.
    /// Mailboxes nobody watches, and when messages were left there; at most unwatched_max, those
    /// with the newest messages: one of today is enough to doubt today.
    std::map<MailboxId, Unwatched> unwatched;
    bool operator==(const SourceState&) const = default;

    static constexpr std::size_t gaps_kept = 64;
    static constexpr std::size_t unwatched_max = 1'000;
};

/// What we know of our sources. Operational: kept out of the ledger hash, but for the gaps'
/// effects.
class SourceBook {
public:
    void apply(const SourceOpened& fact);
    void apply(const EventAccepted& fact);
    void apply(const EventRefused& fact);
    void apply(const EventsMissed& fact);
    void apply(const SourceSilent& fact);
    void apply(const SourceHeard& fact);
    void apply(const SourceEnded& fact);
    void apply(const UpstreamGap& fact);
    void apply(const UnwatchedMessage& fact);

    /// Grows with every new doubt, and with every one that ends.
    std::uint64_t changes() const { return changes_; }
    const SourceState* find(const SourceId& source) const;
    const std::map<SourceId, SourceState>& all() const { return sources_; }

    bool operator==(const SourceBook&) const = default;

private:
    friend struct BoardCodec;  ///< Snapshots: wire/board_codec.hpp.

    void advance(const SourceId& source, std::uint64_t sequence);

    std::uint64_t changes_ = 0;
    std::map<SourceId, SourceState> sources_;
};

}  // namespace callwatch
