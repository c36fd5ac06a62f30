#include "daemon/state/main_line.hpp"

#include "daemon/model/check.hpp"

namespace callwatch {
namespace {

template <class Container>
void forget_first_beyond(Container& container, std::size_t kept)
{
    if (container.size() > kept) container.erase(container.begin());
}

}  // namespace

void MainLineBook::apply(const CallEntered& fact)
{
    const auto [entry, is_new] = calls_.try_emplace(fact.call);
    CALLWATCH_CHECK(is_new);
    entry->second.entered = fact;
    forget_at(entry->second, fact.at + call_kept);
    while (by_end_.begin()->first < fact.at || calls_.size() > calls_max) {
        const auto call = by_end_.begin()->second;
        by_end_.erase(by_end_.begin());
        calls_.erase(call);
    }
}

void MainLineBook::apply(const CallStepped& fact)
{
    const auto found = calls_.find(fact.call);
    CALLWATCH_CHECK(found != calls_.end());
    auto& call = found->second;
    if (fact.step.kind == CallStep::Kind::option && fact.step.id == "0") call.chose_operator = true;
    if (call.steps.size() < CallOnTheWay::steps_kept) call.steps.push_back(fact.step);
}

void MainLineBook::apply(const CallEnded& fact)
{
    const auto found = calls_.find(fact.call);
    CALLWATCH_CHECK(found != calls_.end());
    forget_at(found->second, fact.at + ended_kept);
}

void MainLineBook::apply(const MainToVoicemail& fact)
{
    auto& today = day(fact.location, fact.date);
    today.unseen.erase(fact.call);
    today.outcomes[fact.call] = fact.outcome;
    forget_first_beyond(today.outcomes, MainLineDay::calls_kept);
    today.violations += fact.outcome == MainOutcome::violation ? 1 : 0;
    today.after_hours += fact.outcome == MainOutcome::after_hours ? 1 : 0;
    today.via_operator += fact.outcome == MainOutcome::via_operator ? 1 : 0;
    today.reached.push_back(fact);
    forget_first_beyond(today.reached, MainLineDay::reached_kept);
}

void MainLineBook::apply(const MainLineUnseen& fact)
{
    auto& unseen = day(fact.location, fact.date).unseen;
    unseen.emplace(fact.call, fact);
    forget_first_beyond(unseen, MainLineDay::calls_kept);
}

const CallOnTheWay* MainLineBook::find(const CallId& call) const
{
    const auto found = calls_.find(call);
    return found == calls_.end() ? nullptr : &found->second;
}

const MainLineDay* MainLineBook::find(const LocationId& location, LocalDate date) const
{
    const auto days = days_.find(location);
    if (days == days_.end()) return nullptr;
    const auto found = days->second.find(date);
    return found == days->second.end() ? nullptr : &found->second;
}

MainLineDay& MainLineBook::day(const LocationId& location, LocalDate date)
{
    auto& days = days_[location];
    auto& today = days[date];
    if (days.size() > days_kept && days.begin()->first != date) days.erase(days.begin());
    return today;
}

void MainLineBook::forget_at(CallOnTheWay& call, Instant at)
{
    // The same entry moves to its new place.
    auto entry = call.forget_at == Instant{} ? decltype(by_end_)::node_type{}
                                             : by_end_.extract({call.forget_at, call.entered.call});
    call.forget_at = at;
    if (entry.empty()) {
        by_end_.emplace(at, call.entered.call);
        return;
    }
    entry.value().first = at;
    by_end_.insert(std::move(entry));
}

}  // namespace callwatch
