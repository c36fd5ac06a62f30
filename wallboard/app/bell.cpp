#include "wallboard/app/bell.hpp"

namespace wallboard {

void Bell::look(const SoundPolicy& policy, const Alarms& alarms, const Snapshot& snapshot,
                const Moment& moment)
{
    if (!must_sound(policy, alarms, snapshot, moment, last_)) return;
    last_ = moment.figures;
    sound_.play();
}

}  // namespace wallboard
