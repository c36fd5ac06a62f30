#pragma once

#include <string>
#include <variant>
#include <vector>

#include "daemon/model/command.hpp"
#include "daemon/model/event.hpp"

namespace callwatch {

// What the engine is fed: a source's words, what the shell observed, or only that time passed.

struct Tick {};

/// A process begins to decide, with these settings.
struct ProcessStarted {
    std::string software;
    std::string time_mode;
    std::string tzdata_version;
    std::vector<ConfigChange> config_changes = {};  ///< Since the process before.
    bool config_binding = false;  ///< From now on only a manager's command changes it.
};

/// A source said hello with a spool newer than the one we knew.
struct SourceHello {
    SourceId source;
    std::uint64_t epoch = 0;
    std::uint64_t first_kept = 1;
    std::string software;
};

/// A heartbeat whose events have all been handed over.
struct SourceBeat {
    SourceId source;
    Instant watermark;
};

/// Events that the source no longer has.
struct SourceLoss {
    SourceId source;
    std::uint64_t first = 0;
    std::uint64_t last = 0;
};

/// An event that came in its turn, and cannot be read: passed over, or its source could never go
/// on.
struct SourceNonsense {
    SourceId source;
    std::uint64_t sequence = 0;
    std::string code;  ///< Stable word of the refusal.
    std::string detail;
};

/// Nothing was heard for source_stale_s, measured on the machine's own uptime.
struct SourceQuiet {
    SourceId source;
};
struct SourceSpoke {
    SourceId source;
};

/// Numbers in the vault that were used last before an instant.
struct NumbersUnused {
    std::vector<NumberToken> numbers;
    Instant used_before;
};

using Input = std::variant<Tick, ProcessStarted, SourceHello, Event, SourceBeat, SourceLoss,
                           SourceNonsense, SourceQuiet, SourceSpoke, NumbersUnused, Command>;

}  // namespace callwatch
