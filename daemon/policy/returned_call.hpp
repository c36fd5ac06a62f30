#pragma once

#include "daemon/policy/known.hpp"

namespace callwatch {

// Telephone Customer Service Standards, item 3: what counts as "returned". No telephone system says
// it, so it is derived (requirements 1.1): an answered outbound call of at least min_talk_s to the
// caller's number returns every open message of that number received before the call began, in the
// mailboxes of the person who called, in shared ones of her groups, and, as a delegate, in any
// other of her location; and the copies of one message left for several mailboxes. A ring-out of at
// least min_ring_s is an attempt. Withheld numbers are never matched.

void take(const Known& known, const Event& event, const OutboundEstablished& said, Facts& out);
void take(const Known& known, const Event& event, const OutboundCleared& said, Facts& out);
void take(const Known& known, const Event& event, const OutboundFailed& said, Facts& out);

/// Answered calls that are still up and have reached min_talk_s by their sources' time.
void judge_answered_calls(const Known& known, Facts& out);

/// A message became known after the call that returns it (two sources, a late list): the same
/// result as if it had come in time.
void match_earlier_calls(const Known& known, const MessageLeft& message, Facts& out);

/// A call to this message's caller was answered before `before` and is still too short to tell.
bool has_undecided_call(const Known& known, const Message& message, Instant before);

}  // namespace callwatch
