#pragma once

#include "daemon/model/command.hpp"
#include "daemon/policy/known.hpp"

namespace callwatch {

// Who may do what is decided by keys, and keys are a manager's (requirements, section 6). The very
// first manager's key is admitted on the machine itself, while the collector is stopped.

/// Refused: duplicate (known already, also if revoked: a key never comes back), unknown_subject (a
/// person or source that nobody configured), malformed.
std::optional<Refusal> take(const Known& known, const Actor& actor, const AdmitKey& said,
                            Facts& out);

/// Refused (implausible): the last manager's key, for then nobody could admit another.
std::optional<Refusal> take(const Known& known, const Actor& actor, const RevokeKey& said,
                            Facts& out);

/// What makes a key impossible whoever admits it; nothing: it is good.
std::optional<Refusal> refuse_key(const Directory& directory, const KeyBook& keys,
                                  const AdmitKey& said);

}  // namespace callwatch
