#include "daemon/state/attestations.hpp"

namespace callwatch {

void AttestationBook::apply(const ScriptAttested& fact)
{
    auto& script = scripts_[fact.location];
    script.attested = fact;
    if (fact.approved) script.approved = fact;
}

const LocationScript* AttestationBook::script(const LocationId& location) const
{
    const auto found = scripts_.find(location);
    return found == scripts_.end() ? nullptr : &found->second;
}

const TrainingRecorded* AttestationBook::training(const PersonId& person) const
{
    const auto found = training_.find(person);
    return found == training_.end() ? nullptr : &found->second;
}

}  // namespace callwatch
