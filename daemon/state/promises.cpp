#include "daemon/state/promises.hpp"

#include "daemon/model/check.hpp"

namespace callwatch {

void PromiseBook::apply(const MessagePromised& fact)
{
    const auto [where, is_new] = promises_.emplace(fact.message, Promise{fact.from, fact.to});
    CALLWATCH_CHECK(is_new);
    pending_.emplace(fact.to, fact.message);
}

void PromiseBook::apply(const PromiseJudged& fact)
{
    const auto found = promises_.find(fact.message);
    CALLWATCH_CHECK(found != promises_.end() && !found->second.kept);
    pending_.erase({found->second.to, fact.message});
    found->second.kept = fact.kept;
    found->second.location = fact.location;
    if (!fact.kept) missed_[fact.location].insert(fact.to);
}

void PromiseBook::apply(const DayChecked& fact)
{
    const auto horizon = fact.check_at - kept_for;
    std::erase_if(promises_, [&](const auto& entry) {
        return entry.second.kept && entry.second.to < horizon;
    });
    for (auto& [location, ends] : missed_) ends.erase(ends.begin(), ends.lower_bound(horizon));
}

const Promise* PromiseBook::find(const MessageId& message) const
{
    const auto found = promises_.find(message);
    return found == promises_.end() ? nullptr : &found->second;
}

const CallTimeNoted* PromiseBook::call_time(const MessageId& message) const
{
    const auto found = call_times_.find(message);
    return found == call_times_.end() ? nullptr : &found->second;
}

const std::multiset<Instant>& PromiseBook::missed(const LocationId& location) const
{
    static const std::multiset<Instant> none;
    const auto found = missed_.find(location);
    return found == missed_.end() ? none : found->second;
}

}  // namespace callwatch
