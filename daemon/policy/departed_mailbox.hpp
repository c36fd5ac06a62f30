#pragma once

#include "daemon/model/command.hpp"
#include "daemon/policy/known.hpp"

namespace callwatch {

// Telephone Customer Service Standards, item 9 (requirements TS-9 to 9d): voicemail is disconnected
// when a person is no longer employed at the location, also by going to another one; until then
// somebody answers it. From the effective instant its mailboxes are DISCONNECT_PENDING: her own,
// and shared ones of which she was the last member. Never silently dropped: a departure ends only
// by a confirmed disconnection, which needs two people, or by a signed hand-over, and a message
// into a box that was confirmed to be off opens it again, red.

/// A manager's. Refused: unknown_subject, implausible (she does not work there, left already, or
/// the time is more than a year away).
std::optional<Refusal> take(const Known& known, const Actor& actor, const LeaveLocation& said,
                            Facts& out);

/// What follows from it, whoever says so: `by` is empty when a roster does.
void leave(const Known& known, const LeaveLocation& said, const PersonId& by, Facts& out);

/// Who answers the mailbox meanwhile; a supervisor's or manager's. Refused: unknown_subject;
/// implausible (a person who left that location herself).
std::optional<Refusal> take(const Known& known, const Actor& actor, const AssignCover& said,
                            Facts& out);

/// Refused: unknown_subject (no departed mailbox), already_closed.
std::optional<Refusal> take(const Known& known, const Actor& actor,
                            const RequestDisconnection& said, Facts& out);

/// A manager's, and never of who requested it. Refused: incomplete (nobody requested it, or
/// messages in it are open: invariant I9), not_allowed, already_closed. Without the telephone
/// system's own list that no longer has the mailbox it is CONFIRMED_UNVERIFIED; once a message came
/// into it all the same, without a list made since.
std::optional<Refusal> take(const Known& known, const Actor& actor,
                            const ConfirmDisconnection& said, Facts& out);

/// A manager's, by signature: the mailbox has a new owner, who works at the location. Refused:
/// unknown_subject, implausible (she does not), already_closed.
std::optional<Refusal> take(const Known& known, const Actor& actor, const HandOverMailbox& said,
                            Facts& out);

/// The telephone system's list of all mailboxes it has: evidence for each departed one of its.
void take(const Known& known, const Event& event, const MailboxesListed& said, Facts& out);

/// The same of one mailbox: it is gone, or switched off.
void observe_departed(const Known& known, const MailboxId& mailbox, bool is_there, Instant as_of,
                      Facts& out);

/// What a message into a departed mailbox means; `fact` has been applied.
void reopen_departure(const Known& known, const Fact& fact, Facts& out);

/// Departures that have become overdue.
void judge_departures(const Known& known, Facts& out);
/// When judge_departures() has something to say next; Instant::max(): never.
Instant next_departure(const Known& known);

}  // namespace callwatch
