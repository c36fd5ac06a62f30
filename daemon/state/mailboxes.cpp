#include "daemon/state/mailboxes.hpp"

#include <algorithm>

namespace callwatch {

void MailboxBook::apply(const MailboxCounted& fact)
{
    auto& state = mailboxes_[fact.mailbox];
    if (state.counted && state.counted->counted_at > fact.counted_at) return;
    state.counted = fact;
    const bool is_news = !state.listed || fact.counted_at > state.listed->as_of;
    if (!is_news || state.differs_since) return;
    state.differs_since = fact.counted_at;  // Until compare() finds that it does not.
    ++changes_;
}

void MailboxBook::apply(const MailboxListed& fact)
{
    auto& state = mailboxes_[fact.mailbox];
    if (state.listed && state.listed->as_of > fact.as_of) return;
    state.listed = fact;
    ++changes_;
    if (state.counted && state.counted->counted_at <= fact.as_of) state.differs_since.reset();
}

void MailboxBook::compare(const MailboxId& mailbox, const PresenceCounts& have)
{
    const auto found = mailboxes_.find(mailbox);
    if (found == mailboxes_.end() || !found->second.differs_since) return;
    const auto& counted = *found->second.counted;
    if (counted.new_messages != have.fresh || counted.old_messages != have.old) return;
    found->second.differs_since.reset();
    ++changes_;
}

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
