#pragma once

#include "daemon/model/command.hpp"
#include "daemon/policy/known.hpp"

namespace callwatch {

// Telephone Customer Service Standards, item 8 (requirements TS-8, TS-8b): calls left for an absent
// employee are returned by somebody, and management has access to each mailbox.

/// A supervisor's or manager's. Refused: unknown_subject, implausible (it ends before it begins, or
/// names herself as cover).
std::optional<Refusal> take(const Known& known, const Actor& actor, const RecordAbsence& said,
                            Facts& out);
/// Refused: implausible (she is not away).
std::optional<Refusal> take(const Known& known, const Actor& actor, const EndAbsence& said,
                            Facts& out);
/// A manager's: her access to the mailbox was tried.
std::optional<Refusal> take(const Known& known, const Actor& actor, const VerifyAccess& said,
                            Facts& out);

/// NO_COVER: cover_grace after the message, or after the absence began, whichever was later, an
/// open message of somebody who is away has nobody who answers it.
void judge_cover(const Known& known, Facts& out);
/// When judge_cover() may have something to say next; Instant::max(): never.
Instant next_cover(const Known& known);

/// Somebody answers her mailbox: a cover named with the absence, or for the mailbox.
bool is_covered(const Known& known, const Absence& absence, const MailboxId& mailbox);

}  // namespace callwatch
