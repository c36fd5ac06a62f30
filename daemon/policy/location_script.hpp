#pragma once

#include "daemon/model/command.hpp"
#include "daemon/policy/known.hpp"

namespace callwatch {

// The required options and scripts (requirement TS-0): a location with an answering system or IVR
// speaks them. A supervisor attests the version that it speaks, a manager approves it by attesting
// the same.

/// Refused: unknown_subject, implausible (it has no answering system).
std::optional<Refusal> take(const Known& known, const Actor& actor, const AttestScript& said,
                            Facts& out);

/// Stable: "NOT_ASKED" (no answering system), "NOT_ATTESTED", "OUTDATED" (not the required
/// version), "NOT_APPROVED", "GOOD".
const char* script_state(const Known& known, const Location& location);

}  // namespace callwatch
