#pragma once

#include "daemon/model/command.hpp"
#include "daemon/policy/known.hpp"

namespace callwatch {

// People as a roster tells them (requirements TS-6, TS-9): who works where with which telephones
// and mailboxes, who left, who is away, who is to work when. A roster takes the place of the people
// of the organisation file whom it names. Only sources of kind "roster", and for locations that
// they serve: all else is refused (not_allowed), and unknown_subject, implausible as said below.

/// Refused (implausible): a mailbox that is at another location, shared, or of somebody else who
/// works there; a telephone of somebody else.
std::optional<Refusal> take(const Known& known, const Event& event, const StaffJoined& said,
                            Facts& out);
/// Her mailboxes at the location are pending from then on (policy/departed_mailbox).
std::optional<Refusal> take(const Known& known, const Event& event, const StaffDeparted& said,
                            Facts& out);
std::optional<Refusal> take(const Known& known, const Event& event, const StaffAway& said,
                            Facts& out);
std::optional<Refusal> take(const Known& known, const Event& event, const StaffBack& said,
                            Facts& out);
std::optional<Refusal> take(const Known& known, const Event& event, const StaffShift& said,
                            Facts& out);

/// A manager's, where no roster says it: she goes on at another location, without telephones and
/// mailboxes until they are configured. Refused: unknown_subject, implausible.
std::optional<Refusal> take(const Known& known, const Actor& actor, const MovePerson& said,
                            Facts& out);

}  // namespace callwatch
