#pragma once

#include <functional>

#include "callwatch/v1/command.pb.h"
#include "daemon/model/command.hpp"
#include "daemon/model/result.hpp"

namespace callwatch {

/// Puts what a person wrote into the vault.
using RemarkFor = std::function<RemarkToken(const std::string&)>;

/// Longest remark taken, in bytes.
constexpr std::size_t remark_bytes_max = 1'000;
/// Messages that one signed day may leave open.
constexpr int exceptions_max = 500;

/// Reads a command that came by the connection of `key`. Refused: malformed (no id of
/// command_id_digits hex digits, an id that is too long, a date that is none, a remark or reason
/// that is missing), not_available (the contract has it, this version does not). Nothing is put
/// into the vault for a refused one.
Result<Command> decode_command(const v1::Command& wire, const KeyId& key,
                               const RemarkFor& remark_for);

}  // namespace callwatch
