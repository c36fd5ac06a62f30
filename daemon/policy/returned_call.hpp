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

/// The first answered call that is still up and has reached min_talk_s by its sources' time. One at
/// a time: two calls to one caller return the same messages. Says nothing when there is none left.
void judge_answered_calls(const Known& known, Facts& out);

/// A message became known after the call that returns it (two sources, a late list), or a list
/// shows that it is a copy of one that was: the same result as if it had come in time. `message` is
/// as it will be; the board need not know it yet.
void match_earlier_calls(const Known& known, const Message& message, Facts& out);

/// A call to this message's caller was answered before `before`, is up and still too short to tell.
bool has_undecided_call(const Known& known, const Message& message, Instant before);

}  // namespace callwatch
