#pragma once

#include <cstdint>
#include <optional>

#include "wallboard/model/moment.hpp"

namespace wallboard {

/// What a frame shows, as far as it decides whether another one is worth drawing. A heartbeat that
/// brings nothing new changes nothing here.
struct Sight {
    bool complete = false;
    std::uint64_t revision = 0;
    Health health = Health::unspecified;
    bool stale = true;
    std::int64_t second = 0;     ///< That was begun: of the clock, or of real time (begun_second).
    std::uint64_t happened = 0;  ///< Keys, and what the window system did, since the start.
    std::uint64_t told = 0;     ///< To a desk, or what ended there (app/desk.hpp), since the start.
    std::uint64_t changes = 0;  ///< Of the configuration since the start.
    int width = 0;              ///< Of the framebuffer.
    int height = 0;
    bool operator==(const Sight&) const = default;
};

/// The second in which a frame falls. The clock's where it runs as real time does; else that of
/// real time, so that a recording at twelve times its speed is not drawn twelve times a second for
/// its clock, and ages go on where the clock stands.
std::int64_t begun_second(const Snapshot& snapshot, const Moment& moment);

/// True if a frame that shows `now` has to be drawn, after one that showed `drawn` (nothing: none
/// yet, or its pixels are gone). Never while nobody can see it: iconified, or without a size. A
/// clock that is one second back is no reason: the collector's word was under way.
bool must_draw(const std::optional<Sight>& drawn, const Sight& now, bool iconified);

/// How long nothing changes by itself: until the next second, or until the board is stale if that
/// is sooner. At least 1 ms, at most 1 s.
Micros next_wait(const Snapshot& snapshot, const Moment& moment);

}  // namespace wallboard
