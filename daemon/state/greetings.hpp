#pragma once

#include <map>

#include "daemon/model/fact.hpp"

namespace callwatch {

/// What the greetings say, as far as somebody has told, and which of them are not what they should
/// be. Changes only by applying facts.
class GreetingBook {
public:
    void apply(const GreetingAttested& fact) { attested_[fact.mailbox] = fact; }
    void apply(const GreetingSeen& fact) { seen_[fact.mailbox] = fact; }
    void apply(const GreetingFaulted& fact) { faults_[fact.mailbox] = fact; }
    void apply(const GreetingMended& fact) { faults_.erase(fact.mailbox); }

    void apply(const MailboxBarred& fact);

    /// Callers cannot leave messages there; null: they can, as far as is known.
    const MailboxBarred* barred(const MailboxId& mailbox) const;
    const std::map<MailboxId, MailboxBarred>& all_barred() const { return barred_; }
    /// What the greeting says; null: nobody has told, or it was recorded again since.
    const GreetingAttested* valid(const MailboxId& mailbox) const;
    /// The last word on it, of whatever greeting.
    const GreetingAttested* attested(const MailboxId& mailbox) const;
    const GreetingSeen* seen(const MailboxId& mailbox) const;
    const GreetingFaulted* fault(const MailboxId& mailbox) const;
    const std::map<MailboxId, GreetingFaulted>& faults() const { return faults_; }

    bool operator==(const GreetingBook&) const = default;

private:
    friend struct BoardCodec;  ///< Snapshots: wire/board_codec.hpp.

    std::map<MailboxId, GreetingAttested> attested_;
    std::map<MailboxId, GreetingSeen> seen_;
    std::map<MailboxId, GreetingFaulted> faults_;  ///< Those that last.
    std::map<MailboxId, MailboxBarred> barred_;    ///< Those that are.
};

}  // namespace callwatch
