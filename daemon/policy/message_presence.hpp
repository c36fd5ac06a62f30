#pragma once

#include "daemon/policy/known.hpp"

namespace callwatch {

// What the mailbox still holds. Telephone Customer Service Standards, item 7 asks whether calls
// remain "on any employee's voice mail"; item 3 asks whether they were returned. Heard, moved and
// deleted messages keep their duty (requirements 1.1).

void take(const Known& known, const Event& event, const VoicemailHeard& said, Facts& out);
void take(const Known& known, const Event& event, const VoicemailMoved& said, Facts& out);
void take(const Known& known, const Event& event, const VoicemailDeleted& said, Facts& out);
void take(const Known& known, const Event& event, const MailboxCounts& said, Facts& out);

/// A complete list: what it has and we do not becomes a duty (origin reconcile), what moved moves,
/// what it lacks is gone; the duties stay. What happened after the list was made is left alone. An
/// incomplete list proves nothing and is ignored.
std::optional<Refusal> take(const Known& known, const Event& event, const MailboxSnapshot& said,
                            Facts& out);

}  // namespace callwatch
