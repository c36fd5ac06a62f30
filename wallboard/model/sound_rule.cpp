#include "wallboard/model/sound_rule.hpp"

#include <algorithm>

namespace wallboard {
namespace {

/// The location an alarm is about; null if the board does not have it.
const Location* place_of(const Alarm& alarm, const Snapshot& snapshot)
{
    if (const Queue* queue = queue_of(alarm, snapshot)) return location_of(snapshot, *queue);
    return find_location(snapshot, alarm.subject.substr(alarm.subject.find('/') + 1));
}

bool is_open(const Alarm& alarm, const Snapshot& snapshot)
{
    const Location* location = place_of(alarm, snapshot);
    return location != nullptr && location->hours == Hours::open;
}

}  // namespace

bool must_sound(const SoundPolicy& policy, const Alarms& alarms, const Snapshot& snapshot,
                const Moment& moment, Instant last)
{
    const bool is_real_time = snapshot.rate_milli == 1000 && !snapshot.collector.from_recording;
    if (!policy.on || moment.stale || !is_real_time) return false;
    const Instant now = moment.figures;
    if (last > now) last = not_said;  // The collector's clock was set back.
    return std::any_of(alarms.active.begin(), alarms.active.end(), [&](const Alarm& alarm) {
        if (alarm.level != Level::red || alarm.is_handled()) return false;
        if (now - alarm.since >= sound_for) return false;
        if (policy.when == SoundWhen::open_hours && !is_open(alarm, snapshot)) return false;
        return !said(last) || alarm.since > last || now - last >= sound_again_after;
    });
}

}  // namespace wallboard
