#include "daemon/state/mailboxes.hpp"

#include <algorithm>

namespace callwatch {

void MailboxBook::apply(const MailboxCounted& fact) { mailboxes_[fact.mailbox].counted = fact; }

void MailboxBook::apply(const MailboxListed& fact) { mailboxes_[fact.mailbox].listed = fact; }

void MailboxBook::apply(const MailboxReached& fact)
{
    auto& calls = mailboxes_[fact.mailbox].without_message;
    calls.emplace(fact.call, fact.reached_at);
    if (calls.size() <= MailboxState::calls_kept) return;
    calls.erase(std::min_element(calls.begin(), calls.end(),
                                 [](const auto& a, const auto& b) { return a.second < b.second; }));
}

void MailboxBook::apply(const MessageLeft& fact)
{
    mailboxes_[fact.mailbox].without_message.erase(fact.call);
}

const MailboxState* MailboxBook::find(const MailboxId& mailbox) const
{
    const auto found = mailboxes_.find(mailbox);
    return found == mailboxes_.end() ? nullptr : &found->second;
}

}  // namespace callwatch
