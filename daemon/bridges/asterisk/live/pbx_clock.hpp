#pragma once

#include <array>
#include <cstddef>
#include <optional>

#include "daemon/model/types.hpp"

namespace callwatch::asterisk {

/// What time it is at the telephone system, whose clock need not be ours. Everything it says with a
/// time in it (events with timestampevents, answers to Ping) is a sample of how far its clock is
/// ahead; what takes long to arrive makes a sample too small, so the largest of the last ones
/// counts. Without samples its clock is ours.
class PbxClock {
public:
    void heard(Instant stamp, Instant here);
    /// Its time when ours is `here`. Never goes back.
    Instant at(Instant here);

private:
    std::array<Micros, 16> ahead_{};
    std::size_t samples_ = 0;
    std::optional<Instant> last_;
};

}  // namespace callwatch::asterisk
