#pragma once

#include "daemon/model/command.hpp"
#include "daemon/policy/known.hpp"

namespace callwatch {

/// So that two people never ring the same caller: who claims a message has it for claim_lease_min,
/// and so all messages of that caller. Claiming again begins the time anew; releasing ends it.
/// Refused (claimed) while somebody else has the caller, saying who and until when.
std::optional<Refusal> take(const Known& known, const Actor& actor, const ClaimMessage& said,
                            Facts& out);

}  // namespace callwatch
