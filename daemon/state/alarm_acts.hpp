#pragma once

#include <map>
#include <optional>

#include "daemon/model/fact.hpp"

namespace callwatch {

/// What people have done about one alarm: the last acknowledgement, and the last shelving that
/// nobody has undone (it may be over).
struct ActedAlarm {
    std::optional<AlarmActed> acknowledged;
    std::optional<AlarmActed> shelved;

    bool is_empty() const { return !acknowledged && !shelved; }
    /// Of the last act; not of an empty one.
    const LocationId& location() const;
    bool is_shelved(Instant at) const { return shelved && at < shelved->until; }
    /// Without the acts that are alarm_act_kept old by `now`. On whole seconds, when the board
    /// looks at the clock.
    ActedAlarm remembered(Instant now) const;
    bool operator==(const ActedAlarm&) const = default;
};

/// Acts by alarm. With each act those that are too old are forgotten, of all alarms: there are at
/// most alarms_acted_max. Changes only by applying facts.
class AlarmActBook {
public:
    void apply(const AlarmActed& fact);

    /// Null: nobody has done anything about it.
    const ActedAlarm* find(const std::string& alarm) const;
    /// Some may be too old: ActedAlarm::remembered().
    const std::map<std::string, ActedAlarm>& all() const { return alarms_; }

    bool operator==(const AlarmActBook&) const = default;

private:
    friend struct BoardCodec;  ///< Snapshots: wire/board_codec.hpp.

    std::map<std::string, ActedAlarm> alarms_;
};

}  // namespace callwatch
