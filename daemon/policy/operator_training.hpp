#pragma once

#include "daemon/model/command.hpp"
#include "daemon/policy/known.hpp"

namespace callwatch {

// Telephone Customer Service Standards, item 5 (requirement TS-5): management trains and monitors
// telephone operators.

/// A supervisor's or manager's: she was trained on that day. Refused: unknown_subject, implausible
/// (a day to come).
std::optional<Refusal> take(const Known& known, const Actor& actor, const RecordTraining& said,
                            Facts& out);

/// An operator's telephone rang for a caller of a queue and was not answered. One that the
/// telephone system took back itself (another operator was quicker) is nobody's.
void take(const Known& known, const Event& event, const CallOfferFailed& said, Facts& out);
/// ... or was.
void take_answered_ring(const Known& known, const Event& event, const CallEstablished& said,
                        Facts& out);

/// Pauses that end by what an event has decided so far (`out`).
void note_ended_pauses(const Known& known, Facts& out);

}  // namespace callwatch
