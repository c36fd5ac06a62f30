#pragma once

#include <map>

#include "daemon/model/fact.hpp"

namespace callwatch {

/// Where the choices of callers lead, as the telephone system says, and which lead nowhere. Changes
/// only by applying facts.
class RouteBook {
public:
    using Faults = std::map<std::pair<LocationId, std::string>, RouteFaulted>;

    void apply(const RoutesListed& fact) { listed_[fact.location] = fact; }
    void apply(const RouteFaulted& fact) { faults_[{fact.location, fact.route.option}] = fact; }
    void apply(const RouteMended& fact) { faults_.erase({fact.location, fact.option}); }

    /// Null: the telephone system has said nothing.
    const RoutesListed* listed(const LocationId& location) const;
    const Faults& faults() const { return faults_; }  ///< Those that last, by location and option.

    bool operator==(const RouteBook&) const = default;

private:
    friend struct BoardCodec;  ///< Snapshots: wire/board_codec.hpp.

    std::map<LocationId, RoutesListed> listed_;
    Faults faults_;
};

}  // namespace callwatch
