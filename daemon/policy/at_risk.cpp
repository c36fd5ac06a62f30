#include "daemon/policy/at_risk.hpp"

namespace callwatch {

bool is_at_risk(const ReturnWork& work, Instant closes, Instant now)
{
    const auto left = closes - now;
    return left > Micros{0} && left <= at_risk_from && work.needed() > left;
}

}  // namespace callwatch
