#pragma once

#include "daemon/policy/known.hpp"

namespace callwatch {

// Telephone Customer Service Standards, item 3: a message is a duty from the moment it is left.
// When it is due is decided here, once, from the calendar of the mailbox's location (requirements 1
// and 1.1).

/// A message was left, or a list shows one that we know from the telephone, or one we never heard
/// of. A message in a mailbox that nobody watches is noted; it keeps the day from being clear.
/// Refused (implausible) if no workday can be found on which it would be due.
std::optional<Refusal> take(const Known& known, const Event& event, const VoicemailLeft& said,
                            Facts& out);

/// A caller heard the greeting. Without a message it is a missed call: counted, no duty.
void take(const Known& known, const Event& event, const VoicemailReached& said, Facts& out);

}  // namespace callwatch
