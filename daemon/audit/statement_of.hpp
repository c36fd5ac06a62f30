#pragma once

#include "daemon/model/statements.hpp"
#include "daemon/state/departures.hpp"

namespace callwatch {

// What a person signs, as far as the record says it: who signs, her reasons and her note are the
// caller's to add. The collector makes it before it takes a signature, and whoever checks one later
// makes the same.

DayStatement statement_of(const DayChecked& day);

/// `departure.requested` must be there.
DisconnectionStatement statement_of(const Departure& departure);

/// Of a hand-over.
HandOverStatement statement_of(const Departure& departure, const PersonId& successor);

}  // namespace callwatch
