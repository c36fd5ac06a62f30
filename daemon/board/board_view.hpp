#pragma once

#include <map>

#include "callwatch/v1/board.pb.h"
#include "daemon/engine/engine.hpp"

namespace callwatch {

/// How alive a source is, as the shell measures it on the machine's own uptime.
struct SourceHealth {
    v1::SourceRow::State state = v1::SourceRow::NEVER_SEEN;
    Instant last_heard;  ///< The collector's time then; the epoch: never.
};

class OperatorIndex;

/// What rows are made from: the engine's state, and what only the shell can know.
struct BoardView {
    const Engine& engine;
    Instant now;
    const std::map<SourceId, SourceHealth>& sources;
    /// Where to look for a location's operators; null: among all telephones.
    const OperatorIndex* operators = nullptr;

    const Board& board() const { return engine.board(); }
    const Directory& directory() const { return engine.directory(); }
    /// False as soon as a source of the location is not heard: its figures are "not known", never
    /// zero.
    bool is_known(const LocationId& location) const;
};

inline std::int64_t to_us(Instant at) { return at.time_since_epoch().count(); }

}  // namespace callwatch
