#pragma once

#include "callwatch/v1/command.pb.h"
#include "daemon/model/command.hpp"
#include "daemon/model/result.hpp"
#include "daemon/state/board.hpp"

namespace callwatch {

/// Of a command that is signed: makes the statement again from what the collector knows and what
/// the person wrote, holds it against her signature, and puts both into `command`. Refused:
/// bad_signature. A command that its rule will refuse anyway (another revision, nothing requested,
/// no departure) is left to it; one that needs no signature is left as it is.
std::optional<Refusal> check_signature(const v1::Command& wire, const Board& board,
                                       Command& command);

}  // namespace callwatch
