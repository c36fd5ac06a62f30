#pragma once

#include "daemon/policy/known.hpp"

namespace callwatch {

/// A caller asked by the menu or a queue to be called, without leaving a message: the same duty as
/// a message (requirements 1.1; "all calls", items 6 and 7). It lies in no mailbox: whoever it was
/// asked of answers for it, else anybody of the location. Refused: malformed (it does not say which
/// location, and its source serves several), unknown_subject, implausible (no due day).
std::optional<Refusal> take(const Known& known, const Event& event, const CallbackRequested& said,
                            Facts& out);

}  // namespace callwatch
