#pragma once

#include "daemon/model/types.hpp"

namespace callwatch {

/// A quarter of an hour. In every zone half hours begin with one of them: offsets from UTC are
/// whole quarters.
using QuarterHour = std::chrono::sys_time<std::chrono::duration<std::int64_t, std::ratio<900>>>;

inline QuarterHour quarter_of(Instant at) { return std::chrono::floor<QuarterHour::duration>(at); }

}  // namespace callwatch
