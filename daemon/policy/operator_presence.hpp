#pragma once

#include "daemon/policy/known.hpp"

namespace callwatch {

// Who can answer: the evidence that Telephone Customer Service Standards, item 1 ("an operator
// answering") will be judged by. Only changes become facts; a repeated report says nothing.

void take(const Known& known, const Event& event, const AgentLoggedOn& said, Facts& out);
void take(const Known& known, const Event& event, const AgentLoggedOff& said, Facts& out);
void take(const Known& known, const Event& event, const AgentReady& said, Facts& out);
void take(const Known& known, const Event& event, const AgentNotReady& said, Facts& out);
void take(const Known& known, const Event& event, const DevicePresence& said, Facts& out);
void take(const Known& known, const Event& event, const CallEstablished& said, Facts& out);
void take(const Known& known, const Event& event, const CallCleared& said, Facts& out);

/// The telephone system's own list of a queue's members; members it does not name are logged off.
/// What was heard of a member after the list was made is newer, and stays.
void take_members(const Known& known, const Event& event, const QueueSnapshot& said, Facts& out);

}  // namespace callwatch
