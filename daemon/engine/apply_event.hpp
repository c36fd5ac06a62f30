#pragma once

#include "daemon/policy/known.hpp"

namespace callwatch {

/// Hands an event to the rules that understand it; `out` gets what they decide. Refused
/// (implausible) if a rule cannot make sense of it; then `out` counts for nothing.
std::optional<Refusal> apply_event(const Known& known, const Event& event, Facts& out);

}  // namespace callwatch
