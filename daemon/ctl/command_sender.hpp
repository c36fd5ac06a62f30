#pragma once

#include "callwatch/v1/command.pb.h"
#include "daemon/ctl/session.hpp"

namespace callwatch::ctl {

/// Sends one intention to the daemon and returns when it is durable. If no answer comes, the same
/// intention is sent once more: its id makes that harmless. A refusal is a Failure with the
/// daemon's sentence (exit_negative, or exit_usage if the command was wrong).
callwatch::v1::CommandDone send_command(RequestClient& client, callwatch::v1::Command command);

/// Sends it and says that it was done: `text` and where it is on record, or with --json
/// {"done": true, "command", "position"}. Returns exit_ok.
int send_and_say(const Session& session, RequestClient& client, callwatch::v1::Command command,
                 const std::string& text);

/// Asks for the word on standard error; false if anything else was answered, or nobody did.
bool confirmed(const Session& session, const std::string& question, const std::string& word);

}  // namespace callwatch::ctl
