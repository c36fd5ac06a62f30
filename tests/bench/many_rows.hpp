#pragma once

#include <cstddef>

#include "wallboard/model/snapshot.hpp"

namespace callwatch::bench {

/// A board of so many rows at ten in the morning: of ten rows one is a location, one a source, one
/// its day, two are days in half hours, and five are queues. Every fifth queue has callers who
/// wait, every twentieth for too long; nothing is unknown.
wallboard::Snapshot many_rows(std::size_t rows);

}  // namespace callwatch::bench
