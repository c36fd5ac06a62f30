#pragma once

#include <cstdint>

#include "callwatch/journal/v1/snapshot.pb.h"
#include "daemon/wire/fact_codec.hpp"

// Words that the snapshot's records share (board_codec*.cpp).

namespace callwatch {
namespace fields = callwatch::journal::v1;

inline std::int64_t micros_of(Instant at) { return at.time_since_epoch().count(); }
inline Instant instant_of(std::int64_t us) { return Instant{Micros{us}}; }

/// Snapshots say a date as days since 1970-01-01.
inline std::int32_t days_of(LocalDate date)
{
    return static_cast<std::int32_t>(date.time_since_epoch().count());
}
inline LocalDate date_at(std::int32_t days) { return LocalDate{std::chrono::days{days}}; }

}  // namespace callwatch
