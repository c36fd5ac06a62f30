#pragma once

#include "daemon/policy/known.hpp"

namespace callwatch {

// Telephone Customer Service Standards, item 2, as figures (requirement TS-2c): who waits in which
// queue, how each caller left it, and whether that was within the queue's service level.

/// A caller joined. A join of one who already waits, or of a visit that is over, says nothing new:
/// a bridge that lost its spool may tell the same day again.
void take(const Known& known, const Event& event, const CallQueued& said, Facts& out);

/// A caller left. The wait is the source's if it gives one, else from the two times. One who was
/// not waiting (joined before we looked) says nothing.
void take(const Known& known, const Event& event, const CallDequeued& said, Facts& out);

/// The telephone system's own list of who waits: those it has and we do not join (origin
/// reconcile), those we have and it does not leave as RECONCILED; callers who joined after the list
/// was made stay, and those who left after it stay away.
void take_waiting(const Known& known, const Event& event, const QueueSnapshot& said, Facts& out);

}  // namespace callwatch
