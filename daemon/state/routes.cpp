#include "daemon/state/routes.hpp"

namespace callwatch {

const RoutesListed* RouteBook::listed(const LocationId& location) const
{
    const auto found = listed_.find(location);
    return found == listed_.end() ? nullptr : &found->second;
}

}  // namespace callwatch
