#pragma once

#include <map>
#include <optional>

#include "daemon/model/fact.hpp"

namespace callwatch {

/// What was said of a location's scripts: the last word of anybody, and the last of a manager.
struct LocationScript {
    ScriptAttested attested;
    std::optional<ScriptAttested> approved;
    bool operator==(const LocationScript&) const = default;
};

/// What people vouch for and no machine can see: scripts and training. The last word counts.
/// Changes only by applying facts.
class AttestationBook {
public:
    void apply(const ScriptAttested& fact);
    void apply(const TrainingRecorded& fact) { training_[fact.person] = fact; }

    const LocationScript* script(const LocationId& location) const;
    const TrainingRecorded* training(const PersonId& person) const;

    bool operator==(const AttestationBook&) const = default;

private:
    friend struct BoardCodec;  ///< Snapshots: wire/board_codec.hpp.

    std::map<LocationId, LocationScript> scripts_;
    std::map<PersonId, TrainingRecorded> training_;
};

}  // namespace callwatch
