#pragma once

#include "wallboard/model/links.hpp"

namespace wallboard {

enum class Level { normal, amber, red };

/// False when the collector says so, or when a source that serves this location is late, silent or
/// was never seen: its figures are then shown as "?", never as what they were.
bool is_known(const Location& location, const Snapshot& snapshot);
bool is_known(const Queue& queue, const Snapshot& snapshot);

/// How long the first in the queue has waited; 0 when nobody waits.
Micros wait_of(const Queue& queue, Instant now);

/// Requirement TS-2c: by the wait and by the number waiting. A limit of 0 is not configured and
/// never judged; the limit itself is already over.
Level wait_level(const Queue& queue, Instant now);
Level depth_level(const Queue& queue);

/// False: coverage is not seen now, or never was.
bool sees_operators(const Location& location);

/// Of those staffed; of a telephone that is only on, it counts as if somebody sat there.
std::uint32_t free_operators(const Location& location);

/// Requirement TS-1: nobody can answer during business hours, now.
bool is_without_operator(const Location& location);

/// Red once that has lasted coverage_debounce, amber if since when is not known; before, it is a
/// word and no alarm.
Level operator_level(const Location& location, Instant now);

}  // namespace wallboard
