#pragma once

#include <map>
#include <optional>

#include "daemon/model/fact.hpp"
#include "daemon/state/messages.hpp"

namespace callwatch {

/// What the telephone system last said about one mailbox as a whole.
struct MailboxState {
    std::optional<MailboxCounted> counted;  ///< The newest counts.
    std::optional<MailboxListed> listed;    ///< The newest complete list.
    /// Since when the counts say something else than we know; a newer list, or counts or messages
    /// that fit, end it.
    std::optional<Instant> differs_since;
    std::map<CallId, Instant>
        without_message;  ///< Callers who heard the greeting and left nothing.
    bool operator==(const MailboxState&) const = default;

    static constexpr std::size_t calls_kept = 1'000;
};

/// Changes only by applying facts.
class MailboxBook {
public:
    void apply(const MailboxCounted& fact);
    void apply(const MailboxListed& fact);
    /// What we know of the mailbox has changed: does it still differ from its counts?
    void compare(const MailboxId& mailbox, const PresenceCounts& have);
    void apply(const MailboxReached& fact);
    void apply(const MessageLeft& fact);

    /// Grows with every list, and whenever counts begin or cease to differ.
    std::uint64_t changes() const { return changes_; }
    const MailboxState* find(const MailboxId& mailbox) const;
    const std::map<MailboxId, MailboxState>& all() const { return mailboxes_; }

    bool operator==(const MailboxBook&) const = default;

private:
    friend struct BoardCodec;  ///< Snapshots: wire/board_codec.hpp.

    std::uint64_t changes_ = 0;
    std::map<MailboxId, MailboxState> mailboxes_;
};

}  // namespace callwatch
