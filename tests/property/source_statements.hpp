#pragma once

#include <map>
#include <string>
#include <vector>

#include "tests/property/random_world.hpp"

namespace callwatch::test {

/// One thing that a source says, in its own order: an event, a heartbeat, a loss, a new spool.
struct Statement {
    Instant at;  ///< By its clock, which is right in this world.
    Input input;
};
using Stream = std::vector<Statement>;
using Streams = std::map<std::string, Stream>;  ///< By source.

/// What the sources of a world say of it, with the faults of its kinds: numbered, in order, and
/// with heartbeats that claim no more than what was said before them. The first is the hello.
Streams statements_of(const World& world, SeededRandom& random);

}  // namespace callwatch::test
