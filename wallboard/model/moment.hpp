#pragma once

#include "wallboard/model/hearing.hpp"
#include "wallboard/model/snapshot.hpp"

namespace wallboard {

/// The collector's heartbeat is 0.5 s; older than this is stale (board.proto, requirements:
/// board_stale_s).
constexpr Micros stale_after = std::chrono::seconds{3};

/// The time of one frame. Durations run on `figures`, the clock on `clock`: when the feed is lost
/// the clock runs on and the durations stop where they were last known.
struct Moment {
    Instant clock{};
    Instant figures{};
    Micros age{};      ///< Real time since the last message.
    Micros running{};  ///< Real time since the program started: paces what only the eye needs.
    bool stale = true;
    Hearing hearing = Hearing::unhindered;
};

/// `age` is measured on the monotonic clock by the caller. Exactly three seconds is not yet stale.
Moment moment_of(const Snapshot& snapshot, Micros age, Micros running = Micros{0},
                 Hearing hearing = Hearing::unhindered);

}  // namespace wallboard
