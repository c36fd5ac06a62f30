#include "daemon/state/callers.hpp"

#include "daemon/model/check.hpp"

namespace callwatch {

void CallerBook::apply(const CallerRang& fact)
{
    forget(fact.call);
    rang_.emplace(fact.call, fact);
    by_time_.emplace(fact.at, fact.call);
    if (rang_.size() > calls_max) forget(CallId{by_time_.begin()->second});
}

void CallerBook::apply(const QueueCallLeft& fact)
{
    if (fact.cause != DequeueCause::answered) forget(fact.call);
}

void CallerBook::apply(const CallerServed& fact) { served_[fact.message] = fact; }

const CallerRang* CallerBook::rang(const CallId& call) const
{
    const auto found = rang_.find(call);
    return found == rang_.end() ? nullptr : &found->second;
}

const CallerServed* CallerBook::served(const MessageId& message) const
{
    const auto found = served_.find(message);
    return found == served_.end() ? nullptr : &found->second;
}

void CallerBook::forget(const CallId& call)
{
    const auto found = rang_.find(call);
    if (found == rang_.end()) return;
    by_time_.erase({found->second.at, call});
    rang_.erase(found);
}

}  // namespace callwatch
