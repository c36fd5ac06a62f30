#pragma once

#include "daemon/model/command.hpp"
#include "daemon/policy/known.hpp"

namespace callwatch {

// Telephone Customer Service Standards, item 3, where the telephone system saw nothing: a named
// person says what became of a message (requirements 1.1). Her word counts from the moment it is
// recorded, so nothing said after a deadline makes it met; the time she states is kept beside it.
// Refused: unknown_subject, not_allowed, already_closed, implausible (a stated time in the future,
// or before the message).

/// "I called back and spoke with the caller." Closes every open message of the same caller that
/// the person may mark, as a call that was seen would.
std::optional<Refusal> take(const Known& known, const Actor& actor, const ReturnMessage& said,
                            Facts& out);

/// "I called, and nobody answered."
std::optional<Refusal> take(const Known& known, const Actor& actor, const AttemptMessage& said,
                            Facts& out);

/// "Nobody needs to call", with a reason of the closed list.
std::optional<Refusal> take(const Known& known, const Actor& actor, const ResolveMessage& said,
                            Facts& out);

/// It was closed by mistake: the match was wrong, or the wrong message was marked. A supervisor's.
std::optional<Refusal> take(const Known& known, const Actor& actor, const ReopenMessage& said,
                            Facts& out);

}  // namespace callwatch
