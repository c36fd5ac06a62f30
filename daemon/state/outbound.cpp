#include "daemon/state/outbound.hpp"

#include <algorithm>

#include "daemon/model/check.hpp"
#include "daemon/state/messages.hpp"

namespace callwatch {

void OutboundBook::apply(const OutboundAnswered& fact)
{
    const auto [where, is_new] =
        calls_.emplace(fact.call, OutboundCall{.answered = fact, .ended = {}});
    CALLWATCH_CHECK(is_new);
    undecided_.emplace(fact.call, fact.established_at);
    if (const auto caller = caller_key(fact.dialled); !caller.empty())
        by_caller_[caller].push_back(fact.call);
    by_start_.emplace(fact.started_at, fact.call);
    forget_old(fact.started_at);
}

void OutboundBook::apply(const OutboundEnded& fact)
{
    const auto found = calls_.find(fact.call);
    CALLWATCH_CHECK(found != calls_.end());
    found->second.ended = fact;
    undecided_.erase(fact.call);
}

void OutboundBook::apply(const OutboundQualified& fact)
{
    const auto found = calls_.find(fact.call);
    CALLWATCH_CHECK(found != calls_.end());
    found->second.qualified = true;
    undecided_.erase(fact.call);
}

void OutboundBook::apply(const OutboundUnanswered& fact)
{
    const auto [where, is_new] = unanswered_.emplace(fact.call, fact);
    CALLWATCH_CHECK(is_new);
    if (const auto caller = caller_key(fact.dialled); !caller.empty() && fact.attempt)
        by_caller_[caller].push_back(fact.call);
    by_start_.emplace(fact.started_at, fact.call);
    forget_old(fact.started_at);
}

const OutboundCall* OutboundBook::find(const CallId& call) const
{
    const auto found = calls_.find(call);
    return found == calls_.end() ? nullptr : &found->second;
}

bool OutboundBook::knows(const CallId& call) const
{
    return calls_.contains(call) || unanswered_.contains(call);
}

std::vector<const OutboundCall*> OutboundBook::answered_to(const SharedText& caller) const
{
    std::vector<const OutboundCall*> answered;
    const auto found = by_caller_.find(caller);
    if (caller.empty() || found == by_caller_.end()) return answered;
    for (const auto& id : found->second)
        if (const auto* call = find(id)) answered.push_back(call);
    return answered;
}

std::vector<OutboundUnanswered> OutboundBook::attempts_to(const SharedText& caller) const
{
    std::vector<OutboundUnanswered> attempts;
    const auto found = by_caller_.find(caller);
    if (caller.empty() || found == by_caller_.end()) return attempts;
    for (const auto& id : found->second)
        if (const auto attempt = unanswered_.find(id); attempt != unanswered_.end())
            attempts.push_back(attempt->second);
    return attempts;
}

void OutboundBook::forget_old(Instant newest)
{
    while (!by_start_.empty() &&
           (by_start_.begin()->first < newest - kept || by_start_.size() > calls_max)) {
        const auto call = by_start_.begin()->second;
        by_start_.erase(by_start_.begin());
        const auto* answered = find(call);
        const auto unanswered = unanswered_.find(call);
        const auto caller =
            caller_key(answered != nullptr               ? answered->answered.dialled
                       : unanswered != unanswered_.end() ? unanswered->second.dialled
                                                         : Party{});
        if (const auto known = by_caller_.find(caller); known != by_caller_.end()) {
            std::erase(known->second, call);
            if (known->second.empty()) by_caller_.erase(known);
        }
        calls_.erase(call);
        unanswered_.erase(call);
        undecided_.erase(call);
    }
}

}  // namespace callwatch
