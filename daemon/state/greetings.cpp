#include "daemon/state/greetings.hpp"

namespace callwatch {
namespace {

template <class FactType>
const FactType* find_in(const std::map<MailboxId, FactType>& all, const MailboxId& mailbox)
{
    const auto found = all.find(mailbox);
    return found == all.end() ? nullptr : &found->second;
}

}  // namespace

void GreetingBook::apply(const MailboxBarred& fact)
{
    if (fact.barred)
        barred_[fact.mailbox] = fact;
    else
        barred_.erase(fact.mailbox);
}

const MailboxBarred* GreetingBook::barred(const MailboxId& mailbox) const
{
    return find_in(barred_, mailbox);
}

const GreetingAttested* GreetingBook::valid(const MailboxId& mailbox) const
{
    const auto* attested = this->attested(mailbox);
    const auto* seen = this->seen(mailbox);
    const bool is_outdated =
        attested != nullptr && seen != nullptr && seen->modified_at > attested->at;
    return is_outdated ? nullptr : attested;
}

const GreetingAttested* GreetingBook::attested(const MailboxId& mailbox) const
{
    return find_in(attested_, mailbox);
}

const GreetingSeen* GreetingBook::seen(const MailboxId& mailbox) const
{
    return find_in(seen_, mailbox);
}

const GreetingFaulted* GreetingBook::fault(const MailboxId& mailbox) const
{
    return find_in(faults_, mailbox);
}

}  // namespace callwatch
