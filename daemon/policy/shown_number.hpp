#pragma once

#include "daemon/model/command.hpp"
#include "daemon/policy/known.hpp"

namespace callwatch {

/// Somebody wants to see the whole number of a caller (requirements, section 6: each unmasking is
/// recorded). It is told only when the fact is durable. Staff for their own mailboxes, supervisors,
/// managers. Refused: unknown_subject, implausible (there is no number to be seen).
std::optional<Refusal> take(const Known& known, const Actor& actor, const ShowNumber& said,
                            Facts& out);

}  // namespace callwatch
