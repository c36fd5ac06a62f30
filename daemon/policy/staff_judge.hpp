#pragma once

#include "daemon/policy/known.hpp"

namespace callwatch {

/// Looks at departures and absences when something is due, or something has happened that they may
/// rest on: at other times it costs nothing.
class StaffJudge {
public:
    /// `news`: facts about duties or people since the last call (Engine::judge).
    void judge(const Known& known, bool news, Facts& out);

private:
    Instant next_ = Instant::min();
};

}  // namespace callwatch
