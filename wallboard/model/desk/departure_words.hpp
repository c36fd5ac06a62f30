#pragma once

#include <string>

#include "wallboard/model/desk/knowledge.hpp"
#include "wallboard/model/desk/page_parts.hpp"

namespace wallboard::desk {

// What a departure comes to (Telephone Customer Service Standards, item 9; requirements TS-9 to
// 9d), for the list, the panel, the form and the keys alike.

/// The three proofs that the voicemail of somebody who left is off.
struct ProofLamps {
    Lamp request = Lamp::no;
    Lamp system = Lamp::unknown;  ///< The telephone system's own list.
    Lamp signature = Lamp::no;
};
ProofLamps lamps_of(const Departure& departure);

/// Its list no longer had the mailbox, and yet a message came after that: the list proves nothing
/// any more.
bool is_contradicted(const Departure& departure);

/// A manager's, and never of who requested it; while messages in it are open the collector refuses
/// (daemon/policy/departed_mailbox.hpp).
bool may_confirm(const State& state, const Departure& departure);

/// Local calendar days since the person left; negative before that day.
int days_since_left(const Knowledge& known, const Departure& departure);

/// What is wrong with it: a message came after the confirmation, or it was connected for too long.
bool is_red(const Departure& departure);

/// Somebody has to be named who answers it: pending, the person is gone, and nobody is.
bool lacks_cover(const Departure& departure, Instant now);

/// When it was confirmed or handed over; the epoch while it is pending.
Instant ended_at(const Departure& departure);
/// Confirmed or handed over in the last 30 days.
bool ended_lately(const Departure& departure, Instant now);

/// "2217" of "pbx1/2217@default": what people call it.
std::string mailbox_number(const std::string& mailbox);

}  // namespace wallboard::desk
