#pragma once

#include "daemon/model/command.hpp"
#include "daemon/policy/known.hpp"

namespace callwatch {

/// Hands a command to the rule it concerns; `out` gets what it decides. A refusal says why it
/// cannot be done; then `out` counts for nothing.
std::optional<Refusal> apply_command(const Known& known, const Actor& actor, const Command& command,
                                     Facts& out);

/// What a command is about, for the record: a message, a key.
std::string subject(const CommandBody& body);

}  // namespace callwatch
