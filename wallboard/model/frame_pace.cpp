#include "wallboard/model/frame_pace.hpp"

#include <algorithm>

namespace wallboard {
namespace {

constexpr Micros second{1'000'000};

/// What the seconds of a frame are counted on.
Micros ticking(const Snapshot& snapshot, const Moment& moment)
{
    return snapshot.rate_milli == 1000 ? moment.clock.time_since_epoch() : moment.running;
}

}  // namespace

std::int64_t begun_second(const Snapshot& snapshot, const Moment& moment)
{
    return std::chrono::floor<std::chrono::seconds>(ticking(snapshot, moment)).count();
}

bool must_draw(const std::optional<Sight>& drawn, const Sight& now, bool iconified)
{
    if (iconified || now.width <= 0 || now.height <= 0) return false;
    if (!drawn) return true;
    Sight before = *drawn;
    if (now.second == before.second - 1) before.second = now.second;
    return now != before;
}

Micros next_wait(const Snapshot& snapshot, const Moment& moment)
{
    const Micros on = ticking(snapshot, moment);
    Micros wait = std::chrono::floor<std::chrono::seconds>(on) + second - on;
    // Exactly three seconds is not yet stale.
    if (!moment.stale) wait = std::min(wait, stale_after - moment.age + Micros{1});
    return std::clamp<Micros>(wait, std::chrono::milliseconds{1}, second);
}

}  // namespace wallboard
