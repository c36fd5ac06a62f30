#pragma once

#include "daemon/policy/known.hpp"

namespace callwatch {

// Telephone Customer Service Standards, item 9 (requirement TS-9c): until a departed mailbox is
// disconnected, somebody answers its calls each day. So the record of each day says who that was.

/// Mailboxes of the location that stood open at `check.check_at` though their person had left, with
/// nothing counted yet. Who answers is taken from `before`, an earlier revision of the same check,
/// where it names the mailbox: a cover who is named after the check answered nothing before it.
std::vector<DayDeparture> departed_on(const Known& known, const DayChecked& check,
                                      const DayChecked* before);

/// Counts a message that was due on the day.
void count_departed(DayChecked& check, const MailboxId& mailbox, bool is_open);

}  // namespace callwatch
