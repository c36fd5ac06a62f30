#include "daemon/bridges/asterisk/live/pbx_clock.hpp"

#include <algorithm>

namespace callwatch::asterisk {

void PbxClock::heard(Instant stamp, Instant here)
{
    ahead_[samples_++ % ahead_.size()] = stamp - here;
}

Instant PbxClock::at(Instant here)
{
    const auto known = static_cast<std::ptrdiff_t>(std::min(samples_, ahead_.size()));
    const Micros ahead =
        known == 0 ? Micros{0} : *std::max_element(ahead_.begin(), ahead_.begin() + known);
    last_ = std::max(last_.value_or(here + ahead), here + ahead);
    return *last_;
}

}  // namespace callwatch::asterisk
