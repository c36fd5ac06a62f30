#pragma once

#include "daemon/model/command.hpp"
#include "daemon/policy/known.hpp"

namespace callwatch {

// Telephone Customer Service Standards, items 3 and 7: what stays open at the end of the day, with
// a supervisor's reason (requirements 1.1).

/// The caller asked for a later day: due at the close of that workday, and listed apart until then.
/// Refused (implausible) unless it is a workday of the location after today, at most
/// deferral_days_max away.
std::optional<Refusal> take(const Known& known, const Actor& actor, const DeferMessage& said,
                            Facts& out);

/// The caller asks to be called at a time of the same day: she is reminded then (CALL_NOW), and the
/// deadline stays. Staff for their own messages. Refused: already_closed, implausible (not between
/// now and the deadline; a later day is a deferral).
std::optional<Refusal> take(const Known& known, const Actor& actor, const NoteCallTime& said,
                            Facts& out);

/// It stays open tonight. That never makes the day clear, and the message is the first one of
/// tomorrow.
std::optional<Refusal> take(const Known& known, const Actor& actor, const CarryMessage& said,
                            Facts& out);

constexpr std::chrono::days deferral_days_max{92};

}  // namespace callwatch
