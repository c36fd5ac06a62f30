#pragma once

#include "daemon/policy/known.hpp"

namespace callwatch {

// A caller rings back and is served (requirements 1.1): perhaps the message asks for no call any
// more. That is a suggestion, which a person confirms by resolving it as caller_reached; the duty
// stays open until then. Callers are known in queues.

/// Notes that a caller whose message at this queue's location is open waits there.
void note_returning_caller(const Known& known, const Event& event, const CallQueued& said,
                           Facts& out);
/// ... and that somebody answered.
void note_served_caller(const Known& known, const Event& event, const CallEstablished& said,
                        Facts& out);

}  // namespace callwatch
