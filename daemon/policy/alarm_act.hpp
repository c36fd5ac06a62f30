#pragma once

#include "daemon/model/command.hpp"
#include "daemon/policy/known.hpp"

namespace callwatch {

/// A supervisor or manager acknowledges an alarm of the location, shelves it until a time at most
/// alarm_act_kept ahead, or takes it from the shelf, where it need not be any more. Whether it is
/// an alarm now is not asked: only walls know that. Refused: unknown_subject (no alarm has this
/// name), incomplete (shelved until when), implausible (until a time that is past or too far
/// ahead), full (acts on alarms_acted_max others are remembered).
std::optional<Refusal> take(const Known& known, const Actor& actor, const ActOnAlarm& said,
                            Facts& out);

}  // namespace callwatch
