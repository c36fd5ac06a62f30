#include "daemon/state/alarm_acts.hpp"

#include "daemon/model/check.hpp"

namespace callwatch {
namespace {

bool is_forgotten(const std::optional<AlarmActed>& act, Instant now)
{
    return act && std::chrono::ceil<std::chrono::seconds>(act->at + alarm_act_kept) <= now;
}

}  // namespace

const LocationId& ActedAlarm::location() const
{
    CALLWATCH_CHECK(!is_empty());
    if (!shelved) return acknowledged->location;
    if (!acknowledged) return shelved->location;
    return acknowledged->at < shelved->at ? shelved->location : acknowledged->location;
}

ActedAlarm ActedAlarm::remembered(Instant now) const
{
    ActedAlarm rest = *this;
    if (is_forgotten(rest.acknowledged, now)) rest.acknowledged.reset();
    if (is_forgotten(rest.shelved, now)) rest.shelved.reset();
    return rest;
}

void AlarmActBook::apply(const AlarmActed& fact)
{
    CALLWATCH_CHECK(fact.act != AlarmAct::unspecified);
    auto& alarm = alarms_[fact.subject];
    if (fact.act == AlarmAct::acknowledge) alarm.acknowledged = fact;
    if (fact.act == AlarmAct::shelve) alarm.shelved = fact;
    if (fact.act == AlarmAct::unshelve) alarm.shelved.reset();
    for (auto& [name, one] : alarms_) one = one.remembered(fact.at);
    std::erase_if(alarms_, [](const auto& one) { return one.second.is_empty(); });
}

const ActedAlarm* AlarmActBook::find(const std::string& alarm) const
{
    const auto found = alarms_.find(alarm);
    return found == alarms_.end() ? nullptr : &found->second;
}

}  // namespace callwatch
