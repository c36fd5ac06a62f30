#pragma once

#include "daemon/model/fact.hpp"
#include "tests/support/seeded_random.hpp"

namespace callwatch::test {

/// The facts of a few random workdays of the fake world: callers, messages, lists that agree and
/// lists that do not, calls back, operators, losses and restarts, every close of business judged.
/// Some hundred to a thousand facts; the same seed gives the same ones.
Facts random_days(SeededRandom& random);

}  // namespace callwatch::test
