#pragma once

#include "callwatch/v1/command.pb.h"
#include "daemon/ctl/session.hpp"

namespace callwatch::ctl {

/// Sends one intention to the daemon and returns when it is durable. If no answer comes, the same
/// intention is sent once more: its id makes that harmless. A refusal is a Failure with the
/// daemon's sentence (exit_negative, or exit_usage if the command was wrong).
callwatch::v1::CommandDone send_command(RequestClient& client, callwatch::v1::Command command);

/// Says that it was done: `text`, or with --json {"done": true, "command", "position"}.
void say_done(const Session& session, const callwatch::v1::CommandDone& done,
              const std::string& text);

}  // namespace callwatch::ctl
