#pragma once

#include <optional>

#include "daemon/bridges/asterisk/pbx.hpp"

namespace callwatch::asterisk {

/// When the telephone system itself was away. After Shutdown nothing comes, not even the ends of
/// calls.
class UpstreamTracker {
public:
    explicit UpstreamTracker(Pbx& pbx) : pbx_{pbx} {}

    void take_shutdown(const AmiEvent& event);
    /// True if it was away: every call that was open is gone.
    bool take_fully_booted(const AmiEvent& event);

private:
    Pbx& pbx_;
    std::optional<Instant> lost_;
};

}  // namespace callwatch::asterisk
