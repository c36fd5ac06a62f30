#pragma once

#include "daemon/model/command.hpp"
#include "daemon/policy/known.hpp"

namespace callwatch {

// Organisation and policy change only by a manager's command, with what changes on record; past
// days keep the verdicts of the versions then in force (requirements, section 6 and SOP-12).

/// The shell has read and checked the files. Refused: already_closed (they are in force).
std::optional<Refusal> take(const Known& known, const Actor& actor, const ApplyConfig& said,
                            Facts& out);

/// A process begins with another organisation, policy or zone data than the last one: open messages
/// that are not overdue, and that no caller's wish has deferred, are due as the new ones say.
void reschedule(const Known& known, Facts& out);

}  // namespace callwatch
