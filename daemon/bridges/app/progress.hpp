#pragma once

#include <chrono>
#include <cstdint>
#include <optional>
#include <string>

#include "daemon/model/types.hpp"

namespace callwatch::bridge {

/// How far a replay is.
struct Position {
    Instant at;
    Instant begins;
    Instant ends;
    std::uint64_t head = 0;
    std::uint64_t acknowledged = 0;
    std::string trouble;  ///< Why the collector has nothing of it, if that is so.
};

/// Tells on stderr how far it is: one line that is painted over on a terminal, else a line every
/// five seconds, so that a log stays readable.
class Progress {
public:
    Progress();
    void show(const Position& position);
    /// Ends the line that is being painted over.
    void finish();

private:
    std::chrono::milliseconds every_;
    bool repaints_;
    bool painted_ = false;
    std::optional<std::chrono::steady_clock::time_point> last_;
};

/// "17 % of the recording, at 2026-11-20T22:49:40Z; 812 events, 800 acknowledged"
std::string describe(const Position& position);

}  // namespace callwatch::bridge
