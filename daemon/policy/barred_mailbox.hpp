#pragma once

#include "daemon/policy/known.hpp"

namespace callwatch {

/// A mailbox in which callers cannot leave messages, since it is full or speaks a greeting only:
/// MAILBOX_BARRED, a violation (requirements 1.1). Of one whose owner left it is also evidence
/// whether it is still connected. Nothing for mailboxes that nobody configured.
void take(const Known& known, const Event& event, const MailboxStateObserved& said, Facts& out);

}  // namespace callwatch
