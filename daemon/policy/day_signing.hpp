#pragma once

#include "daemon/model/command.hpp"
#include "daemon/policy/known.hpp"

namespace callwatch {

/// Telephone Customer Service Standards, item 7 (requirement TS-7b): the supervisor checks at the
/// end of each day that no calls remain, and signs. What is signed is one revision of the check, as
/// it was read. Each message that was due and is still open needs an exception with a reason: that
/// carries it over, and does not make the day clear. A check that is not clear and names no such
/// message (UNKNOWN) needs a remark.
///
/// Refused: unknown_subject (no check of that day), not_allowed (no supervisor of the location; a
/// manager signs only on behalf, and a supervisor only for herself), outdated (the check was
/// revised since it was read), already_closed (signed), incomplete (an open message without its
/// exception, or an exception of something else; the text names it).
std::optional<Refusal> take(const Known& known, const Actor& actor, const SignDay& said,
                            Facts& out);

/// This message of the check, as it is now, is still to be answered for.
bool needs_exception(const DayChecked& day, const DayMessage& one, const Message& message);

/// CHECK_MISSED: signoff_deadline after the check was settled, nobody had signed it.
void judge_signing(const Known& known, const Location& location, Facts& out);

/// When judge_signing() has something to say next; Instant::max(): never.
Instant next_signing(const Known& known, const Location& location);

}  // namespace callwatch
