#pragma once

#include "wallboard/app/sound.hpp"
#include "wallboard/model/sound_rule.hpp"

namespace wallboard {

/// Sounds when the rule says so (model/sound_rule.hpp); remembers when it last did.
class Bell {
public:
    explicit Bell(Sound& sound) : sound_{sound} {}

    /// To be called after each look at the board, whether a frame is drawn or not.
    void look(const SoundPolicy& policy, const Alarms& alarms, const Snapshot& snapshot,
              const Moment& moment);

private:
    Sound& sound_;
    Instant last_ = not_said;
};

}  // namespace wallboard
