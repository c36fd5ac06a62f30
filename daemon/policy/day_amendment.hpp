#pragma once

#include "daemon/policy/known.hpp"

namespace callwatch {

/// Requirements 1.1, "late event", and invariant I5: a day whose record is closed (signed, or its
/// signing time over) is never judged again. If something now decided contradicts it (a message
/// that was due then and was not known, a return before the check of one that stood as open, a
/// message opened again that stood as closed), that is an amendment beside the record, once a
/// message and reason. `fact` has been applied.
void amend_days(const Known& known, const Fact& fact, Facts& out);

}  // namespace callwatch
