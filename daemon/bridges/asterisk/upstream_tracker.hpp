#pragma once

#include <optional>
#include <string>

#include "daemon/bridges/asterisk/pbx.hpp"

namespace callwatch::asterisk {

/// When the telephone system could not be seen: it was away itself (after Shutdown nothing comes,
/// not even the ends of calls), or the connection to it was.
class UpstreamTracker {
public:
    explicit UpstreamTracker(Pbx& pbx) : pbx_{pbx} {}

    void take_shutdown(const AmiEvent& event);
    /// True if it was shut down before: every call that was open is gone.
    bool take_fully_booted();
    /// Nothing was seen after `from`. Told once, until it is restored.
    void lose(Instant from, Instant at, std::string_view what);
    /// Everything is seen again, and what had changed meanwhile was told.
    void restore(Instant at);

    /// Since when nothing is seen, if that is so.
    std::optional<Instant> lost() const { return lost_; }

private:
    Pbx& pbx_;
    std::optional<Instant> lost_;
    std::string what_;
    bool was_shut_down_ = false;
};

}  // namespace callwatch::asterisk
