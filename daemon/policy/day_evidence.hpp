#pragma once

#include "daemon/policy/known.hpp"

namespace callwatch {

/// What a location's check rests on: which sources had passed it, which mailbox lists agree, and
/// every doubt in words. Requirement TS-7 (b) and (c): "b agrees" is a complete list of at most
/// mailbox_list_max_age before the check, with no later counts that say otherwise.
/// What was not seen before the check is in doubt until complete lists made after it show what the
/// mailboxes hold; so is what was not seen while a caller who reached a mailbox before the check
/// may have been speaking. Whom a gap in the last three minutes hides may speak for three minutes
/// after the check: no list ends that doubt earlier.
struct DayEvidence {
    std::uint32_t sources = 0;
    std::uint32_t sources_fresh = 0;  ///< Had passed the check, or ended after it.
    std::uint32_t mailboxes = 0;
    std::uint32_t mailboxes_agree = 0;
    std::vector<DayReason> doubts;  ///< Empty: nothing is in doubt.
};

/// A caller who reached a mailbox so long before the check may still speak at the check, and her
/// message counts as received before it. Usual voicemail takes messages of up to three minutes.
constexpr std::chrono::seconds message_time_max{180};

/// A caller reached a mailbox of the location shortly before the check, no message of hers is
/// known, and the sources have not passed the time that she may take. Without this a day would be
/// clear, and her message change it a minute later.
bool may_somebody_still_speak(const Known& known, const LocationId& location, Instant check_at);

DayEvidence gather_evidence(const Known& known, const LocationId& location, Instant check_at);

}  // namespace callwatch
