#pragma once

#include <map>
#include <optional>

#include "daemon/model/fact.hpp"

namespace callwatch {

/// What the telephone system last said about one mailbox as a whole.
struct MailboxState {
    std::optional<MailboxCounted> counted;
    std::optional<MailboxListed> listed;  ///< The newest complete list.
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
    void apply(const MailboxReached& fact);
    void apply(const MessageLeft& fact);

    const MailboxState* find(const MailboxId& mailbox) const;
    const std::map<MailboxId, MailboxState>& all() const { return mailboxes_; }

    bool operator==(const MailboxBook&) const = default;

private:
    std::map<MailboxId, MailboxState> mailboxes_;
};

}  // namespace callwatch
