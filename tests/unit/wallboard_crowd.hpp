#pragma once

#include <string>

#include "wallboard/model/snapshot.hpp"

// The most that a wall may have to show, all at once.

namespace wallboard::test {

/// A name of 60 characters with accents; the number is at its end.
std::string long_name(std::size_t n);

/// Everything that can be long or wrong: names of 60 characters, counts of seven digits, every kind
/// of trouble in turn. `time` is local, as of at().
Snapshot crowded(const std::string& time, std::size_t locations, std::size_t queues);

}  // namespace wallboard::test
