#pragma once

#include "wallboard/model/alarms.hpp"

namespace wallboard {

enum class SoundWhen { open_hours, always };

/// Section [sound] of config/wallboard.toml.
struct SoundPolicy {
    bool on = true;
    SoundWhen when = SoundWhen::open_hours;
};

/// An alarm that nobody acknowledges is sounded again, but not for ever: people stop hearing what
/// always sounds (EEMUA 191).
constexpr Micros sound_again_after = std::chrono::seconds{30};
constexpr Micros sound_for = std::chrono::minutes{5};

/// True if a sound is to be made now. `last` is when the last one was, on the board's time;
/// not_said: none was. A red alarm sounds when it is new, and again every 30 s until it is
/// acknowledged, is over, or is five minutes old; one sound stands for all that are red then. With
/// open_hours only an alarm whose location is open counts. Never on a stale board, and never where
/// time is a recording's.
bool must_sound(const SoundPolicy& policy, const Alarms& alarms, const Snapshot& snapshot,
                const Moment& moment, Instant last);

}  // namespace wallboard
