#pragma once

#include "daemon/board/source_vitals.hpp"
#include "daemon/engine/engine.hpp"

namespace callwatch {

/// Fills what a source missed: gaps that are not healed, how many of today are, and since when it
/// does not see its telephone system. A gap is healed, as for the day's check, by a list of every
/// mailbox the source serves made after it. Costs a look at each of these mailboxes, if there is a
/// gap at all: once a second, not once a row.
void fill_gaps(SourceVitals& vitals, const Engine& engine, const Source& source, Instant now);

}  // namespace callwatch
